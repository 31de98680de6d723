"""Compare Glassbox's chat templates with transformers' Jinja environment.

    template_check.py PROGRAM

PROGRAM reads lines of JSON {template, variables} and answers {text} or {error}."""
import json
import subprocess
import sys

from transformers.utils.chat_template_utils import _compile_jinja_template

SMOL = open("/work/tools/models/smol/chat_template.jinja").read() if len(sys.argv) < 3 else open(sys.argv[2]).read()
CHATML = "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
LLAMA2 = """{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'] %}{% else %}{% set loop_messages = messages %}{% set system_message = false %}{% endif %}
{%- for message in loop_messages %}
    {%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}
        {{- raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}
    {%- endif %}
    {%- if loop.index0 == 0 and system_message != false %}
        {%- set content = '<<SYS>>\\n' + system_message + '\\n<</SYS>>\\n\\n' + message['content'] %}
    {%- else %}
        {%- set content = message['content'] %}
    {%- endif %}
    {%- if message['role'] == 'user' %}
        {{- bos_token + '[INST] ' + content.strip() + ' [/INST]' }}
    {%- elif message['role'] == 'assistant' %}
        {{- ' ' + content | trim + ' ' + eos_token }}
    {%- endif %}
{%- endfor %}"""
TOOLS = """{%- if tools %}
    {{- '<|im_start|>system\\n' }}
    {%- for tool in tools %}
        {{- "\\n" }}{{- tool | tojson }}
    {%- endfor %}
    {{- "\\n" ~ (tools | length) ~ " tools\\n" }}
{%- else %}no tools{% endif %}
{%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.multi_step_tool and message.role == "user" and message.content is string and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
        {%- set ns.multi_step_tool = false %}
        {%- set ns.last_query_index = index %}
    {%- endif %}
{%- endfor %}
[{{ ns.last_query_index }}]
{%- for message in messages %}
    {%- if message.content is string %}
        {%- set content = message.content %}
    {%- else %}
        {%- set content = '' %}
    {%- endif %}
    {%- if 'ni' in content %}{%- set reasoning = content.split('n')[0].rstrip('\\n').split('i')[-1].lstrip('\\n') %}<{{ reasoning }}>{%- endif %}
    {{- message.role ~ ': ' ~ content }}
    {%- if not loop.last %}, {% endif %}
{%- endfor %}"""
MACRO = """{% macro say(role, text='nothing', end='.') -%}
  [{{ role|upper }}: {{ text }}{{ end }}]
{%- endmacro %}
{% for m in messages if m.role != 'system' %}
{{ say(m.role, m.content) }}{{ say(role='x') }}
  {# a comment #}
  {% if loop.first %}first{% elif loop.last %}last{% else %}middle{% endif +%}

{% else %}
nobody
{% endfor %}
tail
"""
BITS = [
    "{{ 1 + 2 * 3 - 4 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 1.5 * 2 }} {{ 10 / 4 }}",
    "{{ 'a' ~ 1 ~ none ~ true ~ 1.0 }} {{ [1, 'b', none, {'k': 'v'}] }} {{ ('a',) | length }}",
    "{{ undefined_thing }}|{{ undefined_thing is defined }}|{{ messages is defined and messages|length > 1 }}",
    "{{ messages | map(attribute='role') | join(', ') }}", "{{ messages | selectattr('role', 'equalto', 'user') | list | length }}",
    "{{ messages | rejectattr('role', 'in', ['user', 'system']) | map(attribute='content') | list }}",
    "{{ {'a': 1, 'b': [1, 2.5, 'x', none, true]} | tojson }}", "{{ {'a': 1, 'b': [1, 2]} | tojson(indent=2) }}", "{{ [] | tojson(indent=4) }}{{ {} | tojson(indent=2)}}",
    "{% for k, v in {'x': 1, 'y': 2}.items() %}{{ k }}={{ v }};{% endfor %}", "{% for k, v in {'x': 1, 'y': 2} | items %}{{ k }}={{ v }};{% endfor %}",
    "{{ messages[0].content[:5] }}|{{ messages[0].content[-3:] }}|{{ messages[-1]['role'] }}|{{ 'héllo'[1:3] }}|{{ 'abc'[::-1] }}",
    "{{ 'yes' if messages else 'no' }} {{ 'yes' if false }}|{{ not true or false and true }}",
    "{{ '  pad  ' | trim }}|{{ 'xxaxx'.strip('x') }}|{{ 'a b c'.split() }}|{{ 'a,b,c'.split(',', 1) }}|{{ 'a,b,c'.rsplit(',', 1) }}|{{ ' a  b '.split(' ') }}",
    "{{ 'abc' | replace('b', 'X') }} {{ 'Hello World' | lower }} {{ 'hello wORLD' | title }} {{ 'hello wORLD' | capitalize }} {{ 'x' * 3 }}",
    "{% for i in range(5) %}{% if i == 1 %}{% continue %}{% endif %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}",
    "{% set x %}block {{ 1 + 1 }}{% endset %}[{{ x }}]", "{% set a, b = 1, 'two' %}{{ a }}{{ b }}", "{% filter upper %}shout {{ 1 }}{% endfilter %}",
    "{% raw %}{{ not this }}{% endraw %}", "a\n   {% if true %}\n  b\n   {% endif %}\nc\n", "a {%- if true -%} b {%- endif -%} c", "x  {{- ' y ' -}}  z", "  {#- c -#}  k",
    "{{ 'it\\'s' }} {{ \"q\\\"q\" }} {{ ['it\\'s', \"q\\\"\"] }} {{ 'a' 'b' }}", "{{ [3, 1, 2] | sort }} {{ [1, 1, 2] | unique | list }} {{ [1, 2] | reverse | list }} {{ [1,2,3] | sum }} {{ [1,2] | first }}{{ [1,2] | last }}",
    "{{ '42' | int + 1 }} {{ 'x' | int }} {{ '1.5' | float }} {{ 3.7 | int }} {{ -3 | abs }} {{ 2.567 | round(2) }}",
    "{{ missing | default('d') }} {{ '' | default('d', true) }} {{ none | default('d') }}", "{{ 'line1\nline2\n\nline3' | indent(2) }}", "{{ 'a' in 'abc' }} {{ 'a' not in ['b'] }} {{ 1 in [1.0] }}",
    "{{ 5 is odd }} {{ 5 is divisibleby 5 }} {{ 'x' is string }} {{ {} is mapping }} {{ 1 is number }} {{ true is boolean }} {{ [] is iterable }} {{ none is none }} {{ 5 is not none }} {{ 3 is in [3] }}",
    "{{ loop is defined }}{% for a in [1, 2, 3] %}{{ loop.index }}/{{ loop.length }}{{ loop.previtem if loop.previtem is defined }} {{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in [[1, [2, 3]]] %}{{ x[1][0] }}{% endfor %}{{ {'a': {'b': 'c'}}.a.b }}{{ {'a': 1}.get('z', 'none') }}{{ {'items': 3}['items'] }}",
    "{% set ns = namespace(n=0) %}{% for x in [1,2,3] %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}", "{% set n = 0 %}{% for x in [1,2,3] %}{% set n = n + x %}{% endfor %}{{ n }}",
    "{{ messages[5] is defined }}", "{{ nothing.at.all }}", "{{ raise_exception('no way') }}", "{{ 1 + 'a' }}", "{% bogus %}", "{{ 1 +", "{% if x %}never closed", "{{ messages[0].missing }}|{{ messages[0].missing is none }}",
    "{{ 'ab\ncd'.splitlines() }} {{ 'abc'.find('c') }} {{ 'a-b'.count('-') }} {{ '12'.isdigit() }} {{ ', '.join(['a', 'b']) }}", "{% generation %}said{% endgeneration %}",
    "{{ (messages | last).role }} {{ messages | length }} {{ ([1] + [2])|join('-') }} {{ 10 > 5 and 3 <= 3 }} {{ 'a' < 'b' }} {{ 1 == 1.0 }} {{ true == 1 }}",
    "{%- set sep = messages is defined -%}\n\n  {{ sep }}\n\n", "{{ \"\u00e9\u4e2d\" | tojson }} {{ '<a&b>' | tojson }} {{ 'tab\\t' | tojson }}", "{{ 1_000 }} {{ 0.1 + 0.2 }} {{ 1e3 if false else 2.0 }}",
]
MESSAGES = [
    [{"role": "user", "content": "Hi there"}],
    [{"role": "system", "content": "Be nice."}, {"role": "user", "content": " Hello\n"}, {"role": "assistant", "content": "Hi nice <b>"}, {"role": "user", "content": "Bye"}],
    [{"role": "user", "content": "naïve 🙂"}, {"role": "assistant", "content": "ok"}],
    [],
]


def main():
    p = subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    wrong = total = 0
    for template in [SMOL, CHATML, LLAMA2, TOOLS, MACRO, *BITS]:
        for messages in MESSAGES:
            for prompt in (False, True):
                tools = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}] if prompt else None
                variables = {"messages": messages, "add_generation_prompt": prompt, "bos_token": "<s>", "eos_token": "</s>", "tools": tools}
                try:
                    want = _compile_jinja_template(template).render(**json.loads(json.dumps(variables)))
                except Exception as e:
                    want = e
                p.stdin.write(json.dumps({"template": template, "variables": variables}) + "\n")
                p.stdin.flush()
                got = json.loads(p.stdout.readline())
                total += 1
                ok = ("error" in got) if isinstance(want, Exception) else got.get("text") == want
                if not ok:
                    wrong += 1
                    if wrong < 25:
                        print(repr(template)[:160], "\n   got ", got, "\n   want", repr(want)[:300])
    p.stdin.close()
    print(total, "renderings,", wrong, "differ; exit", p.wait())
    sys.exit(wrong != 0)


main()

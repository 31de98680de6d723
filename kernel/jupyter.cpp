/* xeus above our wire. See jupyter.h for what it is for; the only file that knows xeus.
 *
 * `server` is the one xserver: it turns checked frames into xeus messages and back, and puts right
 * on the way what xeus 2.4.1 gets wrong (each point has a test in tests/jupyter/test_faults.py):
 * dates of headers, numbers of cells, missing statuses, replies that are missing because a handler
 * threw, aborted cells, names of two messages. `interpreter` is the one xinterpreter: it hands
 * requests to the host. */
#include <xeus/xinterpreter.hpp>
#include <xeus/xkernel.hpp>
#include <xeus/xserver.hpp>

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

extern "C" {
#include "graph/base/memory.h"
#include "kernel/jupyter.h"
#include "kernel/turn.h"
}

namespace {

using nl::json;

/* Cells that were sent behind one that fails are aborted with it. They are taken before the failure
 * is told, so that none of them can be an answer to it; those on their way are waited for, until
 * none came for `abort_quiet` seconds, at most `abort_most` in all. */
constexpr double abort_quiet = 0.010;
constexpr double abort_most = 0.050;

/* The first cell waits so long for somebody who sees its output. */
constexpr double listener_most = 1.0;

std::string dump(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/* A host's answer as JSON; takes the text. */
json parse_owned(char *text)
{
    if (!text) throw std::bad_alloc();
    json value = json::parse(text, nullptr, false);
    gb_free(text);
    if (value.is_discarded()) throw std::runtime_error("an answer that is not JSON");
    return value;
}

json parse_text(const char *text)
{
    json value = json::parse(text, nullptr, false);
    return value.is_discarded() ? json::object() : value;
}

double now_seconds()
{
    char date[GB_DATE_TEXT];
    gb_date_now(date);
    return gb_date_parse(date);
}

std::string text_of(const json &object, const char *key)
{
    auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

bool ends_with(const std::string &text, const std::string &end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

class no_messenger : public xeus::xcontrol_messenger {
    json send_to_shell_impl(const json &) override
    {
        return json::object();
    }
};

/* xeus keeps no inputs: the session does, with the right numbers. */
class history : public xeus::xhistory_manager {
  public:
    explicit history(const gb_jupyter_host &host) : m_host(host)
    {
    }

  private:
    void configure_impl() override
    {
    }

    void store_inputs_impl(int, int, const std::string &, const std::string &) override
    {
    }

    json ask(json request) const
    {
        return parse_owned(m_host.history(m_host.context, dump(request).c_str()));
    }

    json get_tail_impl(int n, bool raw, bool output) const override
    {
        return ask({{"hist_access_type", "tail"}, {"n", n}, {"raw", raw}, {"output", output}});
    }

    json get_range_impl(int session, int start, int stop, bool raw, bool output) const override
    {
        return ask({{"hist_access_type", "range"},
                    {"session", session},
                    {"start", start},
                    {"stop", stop},
                    {"raw", raw},
                    {"output", output}});
    }

    json search_impl(const std::string &pattern, bool raw, bool output, int n,
                     bool unique) const override
    {
        return ask({{"hist_access_type", "search"},
                    {"pattern", pattern},
                    {"raw", raw},
                    {"output", output},
                    {"n", n},
                    {"unique", unique}});
    }

    const gb_jupyter_host &m_host;
};

class interpreter : public xeus::xinterpreter {
  public:
    explicit interpreter(const gb_jupyter_host &host) : m_host(host)
    {
    }

    /* Of the cell that runs: set before the request goes through xeus. */
    bool interrupted = false;
    std::string request;
    json reply_number = 0;

    /* The answer of the last input_reply. */
    bool answered = false;
    std::string answer;

  private:
    void configure_impl() override
    {
        register_input_handler([this](const std::string &value) {
            answered = true;
            answer = value;
        });
    }

    json execute_request_impl(int, const std::string &, bool, bool, json, bool) override
    {
        json reply = parse_owned(m_host.execute(m_host.context, request.c_str(), interrupted));
        reply_number = reply.value("execution_count", json(0));
        return reply;
    }

    json complete_request_impl(const std::string &code, int cursor) override
    {
        return parse_owned(m_host.complete(m_host.context, code.data(), code.size(), cursor));
    }

    json inspect_request_impl(const std::string &code, int cursor, int detail) override
    {
        return parse_owned(
            m_host.inspect(m_host.context, code.data(), code.size(), cursor, detail));
    }

    json is_complete_request_impl(const std::string &code) override
    {
        return parse_owned(m_host.is_complete(m_host.context, code.data(), code.size()));
    }

    json kernel_info_request_impl() override
    {
        return parse_owned(m_host.info(m_host.context));
    }

    void shutdown_request_impl() override
    {
        m_host.shutdown(m_host.context);
    }

    const gb_jupyter_host &m_host;
};

/* A request on its way from the wire into xeus. */
struct request {
    xeus::xmessage message;
    std::string type;
    double sent = -1;
};

/* What the server knows of the request that a channel is at. */
struct progress {
    std::string type;
    xeus::xmessage::guid_list identities;
    json header;
    bool replied = true;
};

class server : public xeus::xserver {
  public:
    server(gb_wire *wire, const gb_jupyter_host &host, const gb_wire_handlers &handlers)
        : m_wire(wire), m_host(host), m_handlers(handlers)
    {
        gb_turn_init(&m_turn);
    }

    ~server() override
    {
        gb_turn_release(&m_turn);
    }

    void attach(interpreter *value)
    {
        m_interpreter = value;
    }

    gb_turn *turn()
    {
        return &m_turn;
    }

    /* --- what the wire calls */

    void handle_control(const gb_message *frames);
    void welcome(const std::string &topic);
    bool ask(const std::string &prompt, bool password, std::string &answer, gb_error *err);

  private:
    xeus::xcontrol_messenger &get_control_messenger_impl() override
    {
        return m_messenger;
    }

    void send_shell_impl(xeus::xmessage message) override
    {
        send_reply(std::move(message), GB_CHANNEL_SHELL, xeus::channel::SHELL);
    }

    void send_control_impl(xeus::xmessage message) override
    {
        send_reply(std::move(message), GB_CHANNEL_CONTROL, xeus::channel::CONTROL);
    }

    void send_stdin_impl(xeus::xmessage message) override
    {
        send(GB_CHANNEL_STDIN, message.identities(), message, json(message.header()),
             message.content());
    }

    void publish_impl(xeus::xpub_message message, xeus::channel channel) override;
    void start_impl(xeus::xpub_message message) override;
    /* What is to be aborted was taken before the reply was sent. */
    void abort_queue_impl(const listener &, long) override
    {
    }

    void stop_impl() override
    {
        gb_wire_stop(m_wire);
    }

    void update_config_impl(xeus::xconfiguration &) const override
    {
    }

    bool convert(const gb_message *frames, request &out);
    bool next_request(request &out);
    void begin(const request &incoming, xeus::channel channel);
    void dispatch(request &&incoming, xeus::channel channel);
    void refuse(const request &incoming, xeus::channel channel);
    void run_cell(request &&incoming);
    void take_aborted();
    void abort_cell(const request &incoming);
    void send_reply(xeus::xmessage message, gb_channel socket, xeus::channel channel);
    void reply_to_unanswered(xeus::channel channel);
    void publish_status(const char *state, const json &parent, xeus::channel channel);
    json make_header(const std::string &type) const;
    void send(gb_channel socket, const std::vector<std::string> &prefix,
              const xeus::xmessage_base &message, json header, const json &content);

    progress &progress_of(xeus::channel channel)
    {
        return m_progress[channel == xeus::channel::SHELL ? 0 : 1];
    }

    gb_wire *m_wire;
    const gb_jupyter_host &m_host;
    gb_wire_handlers m_handlers;
    interpreter *m_interpreter = nullptr;
    no_messenger m_messenger;
    gb_turn m_turn;
    progress m_progress[2];
    std::string m_user, m_session;
    std::deque<request> m_waiting; /* taken from the wire, not yet run */
    bool m_listened = false;       /* the first cell has waited for a listener */
    bool m_stop_on_error = false;  /* of the cell that runs */
    std::size_t m_aborted = 0;     /* so many of them, counted from the front, are aborted */
};

/* --- frames to messages and back -------------------------------------------------------------- */

json parse_part(const gb_message *frames, gb_message_part part)
{
    gb_piece piece = gb_message_get(frames, part);
    const char *text = static_cast<const char *>(piece.bytes);
    return json::parse(text, text + piece.size, nullptr, false);
}

/* False for a message that is not one: parts that are not JSON objects, a header without type. */
bool server::convert(const gb_message *frames, request &out)
{
    json parts[4];
    for (int i = 0; i < 4; i++) {
        parts[i] = parse_part(frames, static_cast<gb_message_part>(GB_PART_HEADER + i));
        if (!parts[i].is_object()) return false;
    }
    out.type = text_of(parts[0], "msg_type");
    if (out.type.empty() || text_of(parts[0], "msg_id").empty()) return false;
    out.sent = gb_date_parse(text_of(parts[0], "date").c_str());
    xeus::xmessage::guid_list identities;
    for (std::size_t i = 0; i < frames->delimiter; i++)
        identities.emplace_back(frames->frames[i].bytes, frames->frames[i].size);
    xeus::buffer_sequence buffers;
    for (std::size_t i = frames->delimiter + GB_PART_BUFFERS; i < frames->count; i++)
        buffers.emplace_back(frames->frames[i].bytes,
                             frames->frames[i].bytes + frames->frames[i].size);
    out.message = xeus::xmessage(identities, std::move(parts[0]), std::move(parts[1]),
                                 std::move(parts[2]), std::move(parts[3]), std::move(buffers));
    return true;
}

void server::send(gb_channel socket, const std::vector<std::string> &prefix,
                  const xeus::xmessage_base &message, json header, const json &content)
{
    char date[GB_DATE_TEXT];
    gb_date_now(date);
    header["date"] = date;
    const std::string texts[4] = {dump(header), dump(message.parent_header()),
                                  dump(message.metadata()), dump(content)};
    std::vector<gb_piece> pieces;
    for (const std::string &frame : prefix)
        pieces.push_back({frame.data(), frame.size()});
    std::vector<gb_piece> buffers;
    for (const xeus::binary_buffer &buffer : message.buffers())
        buffers.push_back({buffer.data(), buffer.size()});
    gb_outgoing outgoing = {};
    outgoing.prefix = pieces.data();
    outgoing.prefix_count = pieces.size();
    for (int i = 0; i < 4; i++)
        outgoing.parts[i] = {texts[i].data(), texts[i].size()};
    outgoing.buffers = buffers.data();
    outgoing.buffer_count = buffers.size();
    gb_error err = {};
    if (!gb_wire_send(m_wire, socket, &outgoing, &err)) throw std::runtime_error(err.message);
}

/* For the few messages that xeus does not make. */
json server::make_header(const std::string &type) const
{
    return xeus::make_header(type, m_user, m_session);
}

/* --- what xeus sends -------------------------------------------------------------------------- */

void server::send_reply(xeus::xmessage message, gb_channel socket, xeus::channel channel)
{
    progress &now = progress_of(channel);
    json content = message.content().is_object() ? message.content() : json::object();
    if (!content.contains("status")) content["status"] = "ok";
    if (now.type == "execute_request") content["execution_count"] = m_interpreter->reply_number;
    gb_wire_flush(m_wire);
    /* From here on an interrupt is not meant for this cell: who sends it may have seen the reply.
     */
    if (channel == xeus::channel::SHELL) gb_turn_end(&m_turn);
    if (now.type == "execute_request" && m_stop_on_error && text_of(content, "status") == "error")
        take_aborted();
    now.replied = true;
    send(socket, message.identities(), message, json(message.header()), content);
}

void server::publish_impl(xeus::xpub_message message, xeus::channel channel)
{
    json header = message.header();
    json content = message.content();
    std::string type = text_of(header, "msg_type");
    if (type == "interrupt") return; /* xeus's own invention */
    if (type == "shutdown") {
        header["msg_type"] = "shutdown_reply";
        content["status"] = "ok";
    }
    if (type == "execute_input") content["execution_count"] = m_host.next_number(m_host.context);
    if (type != "stream" && channel == xeus::channel::SHELL) gb_wire_flush(m_wire);
    if (type == "status" && text_of(content, "execution_state") == "idle")
        reply_to_unanswered(channel);
    send(GB_CHANNEL_IOPUB, {message.topic()}, message, std::move(header), content);
}

/* Whatever went wrong, a request gets its one reply, and gets it before "idle". */
void server::reply_to_unanswered(xeus::channel channel)
{
    progress &now = progress_of(channel);
    if (now.replied || !ends_with(now.type, "_request")) return;
    std::string type = now.type.substr(0, now.type.size() - 8) + "_reply";
    json content = {{"status", "error"},
                    {"ename", "RequestError"},
                    {"evalue", "'" + now.type +
                                   "' could not be answered: it is not known here, or "
                                   "its content is not what the protocol says"},
                    {"traceback", json::array()}};
    if (now.type == "execute_request")
        m_interpreter->reply_number = m_host.next_number(m_host.context);
    xeus::xmessage reply(now.identities, make_header(type), now.header, json::object(),
                         std::move(content), xeus::buffer_sequence());
    if (channel == xeus::channel::SHELL)
        send_shell_impl(std::move(reply));
    else
        send_control_impl(std::move(reply));
}

void server::publish_status(const char *state, const json &parent, xeus::channel channel)
{
    publish_impl(xeus::xpub_message("status", make_header("status"), parent, json::object(),
                                    {{"execution_state", state}}, xeus::buffer_sequence()),
                 channel);
}

/* --- what comes in ---------------------------------------------------------------------------- */

/* xeus reads these members of comm messages without looking whether they are there. */
bool fit_for_xeus(const request &incoming)
{
    const json &content = incoming.message.content();
    if (incoming.type == "comm_open" && text_of(content, "target_name").empty()) return false;
    bool comm = incoming.type.compare(0, 5, "comm_") == 0;
    return !comm || ends_with(incoming.type, "_request") || !text_of(content, "comm_id").empty();
}

void server::begin(const request &incoming, xeus::channel channel)
{
    progress &now = progress_of(channel);
    now.type = incoming.type;
    now.identities = incoming.message.identities();
    now.header = incoming.message.header();
    now.replied = false;
}

void server::dispatch(request &&incoming, xeus::channel channel)
{
    if (!fit_for_xeus(incoming)) return refuse(incoming, channel);
    begin(incoming, channel);
    if (channel == xeus::channel::SHELL)
        notify_shell_listener(std::move(incoming.message));
    else
        notify_control_listener(std::move(incoming.message));
}

void server::run_cell(request &&incoming)
{
    json content = incoming.message.content();
    bool stops = content.value("stop_on_error", json(true)) == json(true);
    m_stop_on_error = stops && content.value("silent", json(false)) != json(true);
    m_interpreter->request = dump(content);
    m_interpreter->reply_number = m_host.next_number(m_host.context);
    const xeus::xmessage &old = incoming.message;
    request changed;
    changed.type = incoming.type;
    changed.message = xeus::xmessage(old.identities(), old.header(), old.parent_header(),
                                     old.metadata(), std::move(content), old.buffers());
    if (!m_listened) gb_wire_await_listener(m_wire, listener_most);
    m_listened = true;
    m_interpreter->interrupted = gb_turn_begin(&m_turn, incoming.sent);
    try {
        dispatch(std::move(changed), xeus::channel::SHELL);
    } catch (...) {
        gb_turn_end(&m_turn);
        throw;
    }
    gb_turn_end(&m_turn);
}

void server::take_aborted()
{
    double until = now_seconds() + abort_most;
    gb_message frames = {};
    while (now_seconds() < until && gb_wire_poll(m_wire, abort_quiet, &frames)) {
        request incoming;
        if (convert(&frames, incoming)) m_waiting.push_back(std::move(incoming));
        gb_message_release(&frames);
    }
    m_aborted = m_waiting.size();
}

/* xeus's own way of answering says "error" and forgets busy and idle. */
void server::abort_cell(const request &incoming)
{
    const json &parent = incoming.message.header();
    publish_status("busy", parent, xeus::channel::SHELL);
    progress &now = progress_of(xeus::channel::SHELL);
    now.type = "";
    now.replied = true;
    send_shell_impl(xeus::xmessage(incoming.message.identities(), make_header("execute_reply"),
                                   parent, json::object(), {{"status", "aborted"}},
                                   xeus::buffer_sequence()));
    publish_status("idle", parent, xeus::channel::SHELL);
}

bool server::next_request(request &out)
{
    while (m_waiting.empty()) {
        gb_message frames = {};
        if (!gb_wire_receive(m_wire, &frames)) return false;
        bool usable = convert(&frames, out);
        gb_message_release(&frames);
        if (usable) return true;
    }
    if (gb_wire_stopped(m_wire)) return false;
    out = std::move(m_waiting.front());
    m_waiting.pop_front();
    return true;
}

void server::start_impl(xeus::xpub_message message)
{
    m_user = text_of(message.header(), "username");
    m_session = text_of(message.header(), "session");
    gb_error err = {};
    if (!gb_wire_start(m_wire, &m_handlers, &err)) throw std::runtime_error(err.message);
    publish_impl(std::move(message), xeus::channel::SHELL);
    request incoming;
    while (next_request(incoming)) {
        bool aborted = m_aborted > 0;
        if (aborted) m_aborted--;
        try {
            if (incoming.type != "execute_request")
                dispatch(std::move(incoming), xeus::channel::SHELL);
            else if (aborted)
                abort_cell(incoming);
            else
                run_cell(std::move(incoming));
        } catch (...) {
            /* Nothing of xeus or ours may end the kernel; what was asked is answered below. */
        }
        try {
            reply_to_unanswered(xeus::channel::SHELL);
        } catch (...) {
        }
    }
}

/* Answers without xeus: busy, the reply of last resort, idle. */
void server::refuse(const request &incoming, xeus::channel channel)
{
    begin(incoming, channel);
    publish_status("busy", incoming.message.header(), channel);
    publish_status("idle", incoming.message.header(), channel);
}

/* On control only what xeus may do beside a running cell. */
bool allowed_on_control(const std::string &type)
{
    return type == "kernel_info_request" || type == "interrupt_request" ||
           type == "shutdown_request";
}

void server::handle_control(const gb_message *frames)
{
    request incoming;
    if (!convert(frames, incoming)) return;
    if (incoming.type == "interrupt_request") gb_turn_interrupt(&m_turn);
    if (allowed_on_control(incoming.type))
        dispatch(std::move(incoming), xeus::channel::CONTROL);
    else
        refuse(incoming, xeus::channel::CONTROL);
}

/* True with the answer; false with an error. What was typed before the question is not an answer.
 */
bool server::ask(const std::string &prompt, bool password, std::string &answer, gb_error *err)
{
    gb_wire_flush(m_wire);
    gb_wire_drain_input(m_wire);
    m_interpreter->answered = false;
    m_interpreter->input_request(prompt, password);
    while (!m_interpreter->answered) {
        gb_message frames = {};
        if (!gb_wire_receive_input(m_wire, &frames, err)) return false;
        request incoming;
        bool usable = convert(&frames, incoming);
        gb_message_release(&frames);
        if (usable && incoming.type == "input_reply")
            notify_stdin_listener(std::move(incoming.message));
    }
    answer = m_interpreter->answer;
    return true;
}

/* JEP 65: a client that knows the message need not guess when its subscription is in force. */
void server::welcome(const std::string &topic)
{
    xeus::xpub_message message(topic, make_header("iopub_welcome"), json::object(), json::object(),
                               {{"subscription", topic}}, xeus::buffer_sequence());
    send(GB_CHANNEL_IOPUB, {topic}, message, json(message.header()), message.content());
}

/* --- the border ------------------------------------------------------------------------------- */

template <class F> bool guard(gb_error *err, F &&action)
{
    try {
        action();
        return true;
    } catch (const std::bad_alloc &) {
        return gb_fail(err, GB_ERR_MEMORY, "out of memory");
    } catch (const std::exception &e) {
        return gb_fail(err, GB_ERR_RUNTIME, "xeus: %s", e.what());
    } catch (...) {
        return gb_fail(err, GB_ERR_RUNTIME, "xeus: an exception of no known kind");
    }
}

} // namespace

struct gb_jupyter {
    gb_wire *wire;
    gb_jupyter_host host;
    gb_wire_handlers handlers;
    server *sockets = nullptr;       /* owned by kernel */
    interpreter *language = nullptr; /* owned by kernel */
    std::unique_ptr<xeus::xkernel> kernel;
};

namespace {

std::unique_ptr<xeus::xserver> build_server(xeus::xcontext &context, const xeus::xconfiguration &,
                                            json::error_handler_t)
{
    gb_jupyter *jupyter = context.get_wrapped_context<gb_jupyter *>();
    auto made = std::make_unique<server>(jupyter->wire, jupyter->host, jupyter->handlers);
    jupyter->sockets = made.get();
    return made;
}

void on_control(void *context, const gb_message *message)
{
    guard(nullptr, [&] { static_cast<gb_jupyter *>(context)->sockets->handle_control(message); });
}

void on_subscribed(void *context, const char *topic, size_t n)
{
    guard(nullptr,
          [&] { static_cast<gb_jupyter *>(context)->sockets->welcome(std::string(topic, n)); });
}

void on_stream(void *context, const char *name, const char *text, size_t n)
{
    guard(nullptr, [&] {
        static_cast<gb_jupyter *>(context)->language->publish_stream(name, std::string(text, n));
    });
}

void on_complaint(void *context, const char *text)
{
    auto *jupyter = static_cast<gb_jupyter *>(context);
    if (jupyter->host.complain) jupyter->host.complain(jupyter->host.context, text);
}

void build(gb_jupyter *jupyter)
{
    jupyter->handlers = {jupyter, on_control, on_subscribed, on_stream, on_complaint};
    auto language = std::make_unique<interpreter>(jupyter->host);
    jupyter->language = language.get();
    jupyter->kernel = std::make_unique<xeus::xkernel>(
        xeus::xconfiguration(), xeus::get_user_name(), xeus::make_context<gb_jupyter *>(jupyter),
        std::move(language), build_server, std::make_unique<history>(jupyter->host));
    jupyter->sockets->attach(jupyter->language);
}

/* Publishes a bundle by one of xeus's two functions for it. */
void show(gb_jupyter *jupyter, const char *bundle, const char *display_id, bool update)
{
    json parsed = parse_text(bundle);
    json transient = json::object();
    if (display_id) transient["display_id"] = display_id;
    json data = parsed.value("data", json::object());
    json metadata = parsed.value("metadata", json::object());
    if (update)
        jupyter->language->update_display_data(std::move(data), std::move(metadata),
                                               std::move(transient));
    else
        jupyter->language->display_data(std::move(data), std::move(metadata), std::move(transient));
}

} // namespace

extern "C" {

gb_jupyter *gb_jupyter_new(gb_wire *wire, const gb_jupyter_host *host, gb_error *err)
{
    std::unique_ptr<gb_jupyter> jupyter;
    bool ok = guard(err, [&] {
        jupyter = std::make_unique<gb_jupyter>();
        jupyter->wire = wire;
        jupyter->host = *host;
        build(jupyter.get());
    });
    return ok ? jupyter.release() : nullptr;
}

void gb_jupyter_free(gb_jupyter *jupyter)
{
    guard(nullptr, [&] { delete jupyter; });
}

bool gb_jupyter_run(gb_jupyter *jupyter, gb_error *err)
{
    return guard(err, [&] { jupyter->kernel->start(); });
}

void gb_jupyter_interrupt(gb_jupyter *jupyter)
{
    gb_turn_interrupt(jupyter->sockets->turn());
}

void gb_jupyter_display(gb_jupyter *jupyter, const char *bundle, const char *display_id)
{
    guard(nullptr, [&] { show(jupyter, bundle, display_id, false); });
}

void gb_jupyter_update_display(gb_jupyter *jupyter, const char *bundle, const char *display_id)
{
    guard(nullptr, [&] { show(jupyter, bundle, display_id, true); });
}

void gb_jupyter_clear_output(gb_jupyter *jupyter, bool wait)
{
    guard(nullptr, [&] { jupyter->language->clear_output(wait); });
}

void gb_jupyter_result(gb_jupyter *jupyter, int number, const char *bundle)
{
    guard(nullptr, [&] {
        json parsed = parse_text(bundle);
        jupyter->language->publish_execution_result(number, parsed.value("data", json::object()),
                                                    parsed.value("metadata", json::object()));
    });
}

void gb_jupyter_error(gb_jupyter *jupyter, const char *error)
{
    guard(nullptr, [&] {
        json parsed = parse_text(error);
        std::vector<std::string> traceback;
        for (const json &line : parsed.value("traceback", json::array()))
            if (line.is_string()) traceback.push_back(line.get<std::string>());
        jupyter->language->publish_execution_error(text_of(parsed, "ename"),
                                                   text_of(parsed, "evalue"), traceback);
    });
}

char *gb_jupyter_input(gb_jupyter *jupyter, const char *prompt, bool password, gb_error *err)
{
    std::string answer;
    bool ok = false;
    if (!guard(err, [&] { ok = jupyter->sockets->ask(prompt, password, answer, err); }))
        return nullptr;
    return ok ? gb_strndup(answer.data(), answer.size(), err) : nullptr;
}

} /* extern "C" */

"""InteractiveShell.ast_node_interactivity and the like are accepted."""

from IPython import InteractiveShell

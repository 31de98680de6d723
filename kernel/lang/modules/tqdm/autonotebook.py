"""tqdm under its name for autonotebook: there is one kind of bar."""

from tqdm import tqdm, trange

__all__ = ["tqdm", "trange"]

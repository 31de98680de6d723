"""A small world of rooms, steered by commands matched by patterns."""
from dataclasses import dataclass, field

@dataclass
class Room:
    name: str
    exits: dict[str, str] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)
    locked: bool = False

@dataclass
class World:
    rooms: dict[str, Room]
    here: str
    bag: list[str] = field(default_factory=list)
    turns: int = field(default=0, init=False)
    over: bool = field(default=False, init=False, repr=False)

    @property
    def room(self):
        return self.rooms[self.here]

    def command(self, line):
        self.turns += 1
        match line.lower().split():
            case []:
                self.turns -= 1
                return "..."
            case ["go", ("north" | "south" | "east" | "west") as way] | [("n" | "s" | "e" | "w") as way]:
                way = way[0]
                if (target := self.room.exits.get(way)) is None:
                    return f"There is no way {way}."
                if self.rooms[target].locked:
                    return f"The {target} is locked."
                self.here = target
                return f"You are in the {target}."
            case ["go", *rest]:
                return f"Go where? {' '.join(rest) or 'You must say.'}"
            case ["take" | "get", "all"]:
                taken = sorted(self.room.things)
                self.bag += taken
                self.room.things.clear()
                return f"Taken: {', '.join(taken) or 'nothing'}."
            case ["take" | "get", thing] if thing in self.room.things:
                self.room.things.remove(thing)
                self.bag.append(thing)
                return f"You have the {thing}."
            case ["drop", thing] if thing in self.bag:
                self.bag.remove(thing)
                self.room.things.add(thing)
                return "Dropped."
            case ["take" | "get" | "drop", thing, *_]:
                return f"No {thing} here."
            case ["use", "key", "on" | "with", target] if "key" in self.bag and target in self.room.exits.values():
                self.rooms[target].locked = False
                return f"Click: the {target} opens."
            case ["look"]:
                things = ", ".join(sorted(self.room.things)) or "nothing"
                return f"{self.room.name.title()}: {things}; ways {'/'.join(self.room.exits)}"
            case ["quit"]:
                self.over = True
                return f"{self.turns} turns."
            case [verb, *_]:
                return f"I do not know how to {verb!r}."

world = World({r.name: r for r in (
    Room("hall", {"n": "library", "e": "vault"}, {"lamp", "key"}),
    Room("library", {"s": "hall"}, {"book"}),
    Room("vault", {"w": "hall"}, {"gold"}, locked=True))}, "hall")
script = """look; e; go up; go; take sword; take key; N; look; get book; drop lamp; drop book; s
use key on library; use key with vault; use gold on vault; E; take all; take all; dance wildly;; go WEST; look; w; quit"""
for line in script.replace("\n", ";").split(";"):
    print(f"> {line.strip():<22}{world.command(line)}")
    if world.over:
        break
print(world)
print(sorted(world.bag), world.turns, world.rooms["vault"] == Room("vault", {"w": "hall"}))

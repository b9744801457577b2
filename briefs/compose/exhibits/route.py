"""Elbow connectors: the cheapest path on the lattice that crosses no box, few connectors, and bends as little as it can."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise

from briefs.compose.exhibits.grid import Edge
from briefs.compose.exhibits.lattice import NORMALS, Lattice, Spot, site_point
from briefs.compose.exhibits.plane import NEAR, Path, Point, Rect, crossing, segments, shared

MOST_BENDS = 4
"""PowerPoint's own elbows have no more."""
BEND, CROSSING, NEAR_LABEL, AWAY, ASKEW, AGAINST = 60.0, 90.0, 150.0, 20.0, 120.0, 90.0
"""Costs: a bend, another connector, a frame's label, a side that faces away, one off the edge's way, one that flows back."""
DETOUR = 300.0
"""The cost of a frame's label where it has no free side; less than a way that LibreOffice would redraw."""
REDRAWN = 400.0
"""Cost of a way that has more bends than its two sides ask for: LibreOffice leaves them out, wherever that leads."""
LENGTH, BESIDE, TOGETHER, HUGGING = 0.6, 9.0, 0.1, 0.2
"""Costs of a point: of any, of one along a connector of other ends or of a common one, of one that hugs a box."""


@dataclass(frozen=True, slots=True)
class Route:
    """A connector's way; without a path when there is none."""

    edge: Edge
    source_site: int
    target_site: int
    path: Path


@dataclass(frozen=True, slots=True)
class State:
    spot: Spot
    heading: Spot
    bends: int
    site: int
    """Where it left its source."""


def routes(edges: Sequence[Edge], lattice: Lattice, labels: Sequence[Rect], shy: float = NEAR_LABEL) -> tuple[Route, ...]:
    """A route for each edge, in their order; the short ones choose first. `shy`: the cost of running through a frame's label."""
    found: dict[int, Route] = {}
    hugged = tuple(rect.grown(12.0) for rect in lattice.boxes.values())
    for number in sorted(range(len(edges)), key=lambda number: (_distance(edges[number], lattice), number)):
        found[number] = _Search(edges[number], lattice, labels, tuple(found.values()), hugged, shy).run()
    return tuple(found[number] for number in range(len(edges)))


def _distance(edge: Edge, lattice: Lattice) -> float:
    (a, b), (c, d) = lattice.boxes[edge.source].middle, lattice.boxes[edge.target].middle
    return round(abs(a - c) + abs(b - d), 1)


@dataclass(frozen=True, slots=True)
class _Search:
    """One search, A* over crossing, heading and number of bends."""

    edge: Edge
    lattice: Lattice
    labels: Sequence[Rect]
    done: tuple[Route, ...]
    hugged: tuple[Rect, ...]
    """The boxes and what lies close to them."""
    shy: float
    known: dict[tuple[Spot, Spot], float] = field(default_factory=dict)
    """Costs of pieces, which many states ask for."""
    near: dict[tuple[Spot, str], bool] = field(default_factory=dict)

    def run(self) -> Route:
        goals = {self.lattice.site(self.edge.target, site): site for site in range(4)}
        queue: list[tuple[float, float, int, State]] = []
        costs: dict[State, float] = {}
        came: dict[State, State] = {}
        for site in range(4):
            state = State(self.lattice.site(self.edge.source, site), NORMALS[site], 0, site)
            costs[state] = self._taken(self.edge.source, site, leaves=True) + self._away(site, leaves=True)
            heappush(queue, (costs[state] + self._left(state.spot), costs[state], len(queue), state))
        count = len(queue)
        while queue:
            _, cost, _, state = heappop(queue)
            if cost > costs[state]:
                continue
            if self._arrived(state, goals):
                return Route(self.edge, state.site, goals[state.spot], self._path(state, came))
            for after, more in self._moves(state, goals):
                if cost + more < costs.get(after, float("inf")):
                    costs[after], came[after] = cost + more, state
                    count += 1
                    heappush(queue, (cost + more + self._left(after.spot), cost + more, count, after))
        return Route(self.edge, 0, 0, ())

    def _arrived(self, state: State, goals: Mapping[Spot, int]) -> bool:
        if state.spot not in goals:
            return False
        out = NORMALS[goals[state.spot]]
        return state.heading == (-out[0], -out[1])

    def _left(self, spot: Spot) -> float:
        """Never more than what is still to go."""
        x, y = self.lattice.point(spot)
        rect = self.lattice.boxes[self.edge.target]
        return LENGTH * (max(rect.x - x, x - rect.right, 0.0) + max(rect.y - y, y - rect.bottom, 0.0))

    def _moves(self, state: State, goals: Mapping[Spot, int]) -> Iterator[tuple[State, float]]:
        leaves = self._own(state.spot, self.edge.source)
        for heading in NORMALS:
            turned = heading != state.heading
            if heading == (-state.heading[0], -state.heading[1]) or (turned and (state.bends == MOST_BENDS or leaves)):
                continue
            spot = (state.spot[0] + heading[0], state.spot[1] + heading[1])
            if not self.lattice.inside(spot):
                continue
            after = State(spot, heading, state.bends + turned, state.site)
            arrives = self._arrived(after, goals)
            exempt = self.edge.source if leaves else self.edge.target if arrives or self._close(state, heading, goals) else ""
            if self.lattice.blocked(state.spot, spot, exempt):
                continue
            more = self._cost(min(state.spot, spot), max(state.spot, spot)) + BEND * turned
            if arrives:
                more += self._taken(self.edge.target, goals[spot], leaves=False) + self._away(goals[spot], leaves=False)
                more += REDRAWN * (after.bends > self._asked(state.site, goals[spot]))
            yield after, more

    def _own(self, spot: Spot, box: str) -> bool:
        """Whether a crossing lies on the box or so near to it that only the way out is open."""
        if (spot, box) not in self.near:
            x, y = self.lattice.point(spot)
            self.near[spot, box] = self.lattice.boxes[box].grown(4.0).holds(Rect(x, y, 0, 0))
        return self.near[spot, box]

    def _close(self, state: State, heading: Spot, goals: Mapping[Spot, int]) -> bool:
        """Whether the piece lies within the target's clearance and heads straight for one of its sites."""
        spot = (state.spot[0] + heading[0], state.spot[1] + heading[1])
        ahead = (spot[0] + heading[0], spot[1] + heading[1])
        return self._own(spot, self.edge.target) and ahead in goals and self._arrived(State(ahead, heading, 0, 0), goals)

    def _asked(self, source_site: int, target_site: int) -> int:
        """The bends that a connector between two sides has at least, whatever stands between them."""
        (x1, y1), out = site_point(self.lattice.boxes[self.edge.source], source_site), NORMALS[source_site]
        (x2, y2), into = site_point(self.lattice.boxes[self.edge.target], target_site), NORMALS[target_site]
        ahead = (x2 - x1) * out[0] + (y2 - y1) * out[1] > NEAR
        facing = (x1 - x2) * into[0] + (y1 - y2) * into[1] > NEAR
        if out == into:
            return 2
        if (out[0], out[1]) == (-into[0], -into[1]):
            level = abs(x1 - x2 if out[0] == 0 else y1 - y2) < NEAR
            return (0 if level else 2) if ahead else 4
        return 1 if ahead and facing else 3

    def _cost(self, low: Spot, high: Spot) -> float:
        if (low, high) not in self.known:
            self.known[low, high] = self._piece_cost(self.lattice.point(low), self.lattice.point(high))
        return self.known[low, high]

    def _piece_cost(self, start: Point, end: Point) -> float:
        length = abs(start[0] - end[0]) + abs(start[1] - end[1])
        hugs = any(rect.crossed(start, end) for rect in self.hugged)
        cost = (LENGTH + HUGGING * hugs) * length
        cost += self.shy * sum(rect.crossed(start, end) for rect in self.labels)
        for route in self.done:
            kin = self._kin(route.edge)
            for other in segments(route.path):
                cost += CROSSING * crossing((start, end), other)
                cost += (TOGETHER if kin else BESIDE) * shared((start, end), other)
        return cost

    def _kin(self, other: Edge) -> bool:
        """Whether two connectors of one end and one style may share a line, as branches of a tree do."""
        one_end = (other.source == self.edge.source) != (other.target == self.edge.target)
        return one_end and other.dashed == self.edge.dashed

    def _taken(self, box: str, site: int, leaves: bool) -> float:
        """The price of a side where a connector already goes the other way."""
        arriving = ((route.edge.target, route.target_site) for route in self.done)
        leaving = ((route.edge.source, route.source_site) for route in self.done)
        return AGAINST * any(end == (box, site) for end in (arriving if leaves else leaving))

    def _away(self, site: int, leaves: bool) -> float:
        """The price of a side that does not face the other box."""
        source, target = self.lattice.boxes[self.edge.source].middle, self.lattice.boxes[self.edge.target].middle
        one, other = (source, target) if leaves else (target, source)
        out = NORMALS[site]
        facing = (other[0] - one[0]) * out[0] + (other[1] - one[1]) * out[1] > 0.5
        askew = self.edge.way == ("down" if out[0] else "across")
        return AWAY * (not facing) + ASKEW * askew

    def _path(self, state: State, came: Mapping[State, State]) -> Path:
        """The corners from the first crossing to this one."""
        states = [state]
        while states[-1] in came:
            states.append(came[states[-1]])
        states.reverse()
        turns = [one.spot for one, after in pairwise(states) if one.heading != after.heading]
        return tuple(self.lattice.point(spot) for spot in [states[0].spot, *turns, states[-1].spot])

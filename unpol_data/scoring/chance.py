"""Where do the draws come from, so that they depend on names and on nothing else?"""

import hashlib
from collections.abc import Iterable, Mapping

import numpy as np

LEVELS = 2**16


class Chance:
    """A random generator that gives each name its own numbers, the same on every machine.

    The numbers of a name follow from the seed, the group and the name alone: neither the
    order of rows nor what else is drawn changes them, so two stores that share a mission
    share its draws. They come from NumPy's Philox, whose stream is fixed; its key is a hash
    of the three. `group` is the kind of assumption that the numbers vary.

    Draw number k of a group is realisation k unless `picked` gives, by group, another
    realisation for each draw; the sensitivity analysis varies one group at a time with it.
    Method note, section 10.
    """

    def __init__(
        self, seed: int, *, draw_count: int, picked: Mapping[str, np.ndarray] | None = None
    ) -> None:
        """Numbers for `draw_count` draws, as many as each array of `picked` holds."""
        self.seed = int(seed)
        self.draw_count = int(draw_count)
        if self.draw_count < 1:
            raise ValueError(f"{draw_count} draws asked for; at least 1 is needed.")
        self._picked = {group: np.asarray(each) for group, each in (picked or {}).items()}
        for group, each in self._picked.items():
            if each.shape != (self.draw_count,):
                raise ValueError(f"{group} picks {each.shape}, not {self.draw_count} draws.")
        self._philox = np.random.Philox(key=0)
        self._start = self._philox.state

    def realisations(self, group: str) -> np.ndarray:
        """Which realisation of the group each draw takes."""
        return self._picked.get(group, np.arange(self.draw_count))

    def uniform(self, group: str, names: Iterable[str]) -> np.ndarray:
        """One row per name, one column per draw: numbers between 0 and 1, ends excluded.

        They lie on a grid of 65,536 steps, fine enough for what is drawn here.
        """
        names = list(names)
        picked = self._picked.get(group)
        needed = self.draw_count if picked is None else int(picked.max()) + 1
        words = np.empty((len(names), -(-needed // 4)), dtype="<u8")
        for place, name in enumerate(names):
            words[place] = self._words(f"{self.seed}/{group}/{name}", words.shape[1])
        steps = words.view("<u2")[:, :needed]
        if picked is not None:
            steps = steps[:, picked]
        numbers = steps.astype(np.float32)
        numbers += np.float32(0.5)
        numbers /= np.float32(LEVELS)
        return numbers

    def spread(self, group: str, names: Iterable[str]) -> np.ndarray:
        """The same between -1 and 1."""
        return 2 * self.uniform(group, names) - 1

    def _words(self, name: str, count: int) -> np.ndarray:
        digest = hashlib.blake2b(name.encode(), digest_size=16).digest()
        state = self._start["state"]
        state["counter"] = np.zeros(4, dtype=np.uint64)
        state["key"] = np.frombuffer(digest, dtype="<u8").astype(np.uint64)
        self._philox.state = self._start
        return self._philox.random_raw(count)

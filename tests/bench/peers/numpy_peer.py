"""A participant in Python with NumPy: `python3 numpy_peer.py FOLDER`.

Many futures side by side in arrays, quarter by quarter: the best form that NumPy has for this model.
It answers one line for each line it is asked, see `participant.rs`.
"""

import json
import sys
import time

import numpy as np

PAID_FOR, TOLERANCE, TOGETHER = 0.95, 1e-9, 256


class Model:
    def __init__(self, folder):
        self.plan = plan = json.load(open(f"{folder}/plan.json"))
        projects = plan["projects"]
        length = plan["drawn"] + 3 * len(projects)
        self.futures = np.fromfile(f"{folder}/futures.f32", dtype="<f4").reshape(-1, length)
        self.set = np.array(plan["set"])
        self.quarters = plan["quarters"]
        schedules = [project["schedule"] for project in projects]
        column = lambda name: np.array([schedule[name] for schedule in schedules], float)
        self.start, self.duration, self.total = column("start"), column("duration"), column("total")
        self.price, self.applied = column("overrun_price"), column("applied")
        own = lambda name: np.array([np.nan if p[name] is None else p[name] for p in projects], float)
        self.additionality, self.icor = own("additionality"), own("icor")
        self.building, self.operating = own("construction_displacement"), own("operation_displacement")
        self.stage = np.array([project["stage"] for project in projects])
        self.productive = np.array([project["productive"] for project in projects])
        self.units = np.array([p["mix"] for p in projects]) @ np.array(plan["effects"]).T
        self.hosts = np.array([project["hosts"] for project in projects])
        ramp = np.array([project["ramp"] for project in projects])
        self.ramp = np.where(ramp > 0, ramp, 1e-30)
        cubic = np.array(["c" in schedule["curve"] for schedule in schedules])
        self.cubic, self.stepped = np.flatnonzero(cubic), np.flatnonzero(~cubic)
        curves = [schedules[index]["curve"] for index in self.cubic]
        c, k = np.array([x["c"] for x in curves]), np.array([x["k"] for x in curves])
        self.a, self.b, self.c = 1 - c - 3 / k, c + 9 / k, -6 / k
        steps = [schedules[index]["curve"]["cumulative"] for index in self.stepped]
        self.pieces = np.array([len(own) for own in steps])
        self.corners = np.array([[0.0, *own, *[own[-1]] * (self.pieces.max() + 1 - len(own))] for own in steps])
        self.reference = [self.counted(project["reference"]) for project in projects]
        self.counted_volume = np.array([executed for executed, _ in self.reference])
        time = np.arange(self.quarters)[None, :] - np.array([done for _, done in self.reference])[:, None]
        self.counted_output = np.where(time > 0, np.minimum(1, time / self.ramp[:, None]), 0.0)
        self.counted_output *= np.array([p["reference"]["total"] for p in projects])[:, None]
        self.counted_output *= (self.productive / 4)[:, None]

    def counted(self, schedule):
        """What the baseline counts on: money spent and the quarter of commissioning."""
        pace, curve = self.plan["reference"], schedule["curve"]
        part = pace["execution"] * (1 - schedule["applied"] * (1 - pace["award"]) * (1 - pace["backfill"]))
        start, duration, cost = schedule["start"], schedule["duration"], schedule["total"] * (1 + schedule["overrun"])
        x = np.clip((np.arange(self.quarters + 1) - start) / duration, 0, 1)
        if "c" in curve:
            c, k = curve["c"], curve["k"]
            share = x * (1 - c - 3 / k + x * (c + 9 / k - 6 / k * x))
        else:
            corners = [0.0, *curve["cumulative"]]
            share = np.interp(x * (len(corners) - 1), range(len(corners)), corners)
        due, paid, done, executed = 0.0, share[0] * cost, 10**9, np.zeros(self.quarters)
        for t in range(self.quarters):
            available = cost * (share[t + 1] - share[t]) + due
            executed[t] = available * part
            due = available - executed[t]
            paid += executed[t]
            if done == 10**9 and t + 1 >= start + duration - TOLERANCE and paid >= cost * (PAID_FOR - TOLERANCE):
                done = t
        return executed / (1 + schedule["overrun"] * schedule["overrun_price"]), done

    def share(self, moment, start, duration):
        x = np.clip((moment - start) / duration, 0, 1)
        share = np.empty_like(x)
        y = x[:, self.cubic]
        share[:, self.cubic] = y * (self.a + y * (self.b + y * self.c))
        position = x[:, self.stepped] * self.pieces
        piece = np.minimum(position.astype(int), self.pieces - 1)
        rows = np.arange(len(self.stepped))
        low, high = self.corners[rows, piece], self.corners[rows, piece + 1]
        share[:, self.stepped] = low + (high - low) * (position - piece)
        return share

    def run(self, values):
        """Growth and GDP of the tiers' year, and GDP of four quarters, for each row of values."""
        plan, quarters = self.plan, self.quarters
        values = values.astype(float)
        of = lambda lever: values[:, [lever["drawn"]]] if lever["drawn"] is not None else np.full((len(values), 1), lever["set"])
        own = values[:, plan["drawn"]:].reshape(len(values), -1, 3)
        start, duration = self.start + own[:, :, 0], self.duration * (1 + own[:, :, 1])
        overrun = own[:, :, 2]
        end = start + duration
        volume = self.total * (1 + overrun) / (1 + overrun * self.price)
        missing = (1 - of(plan["award"])) * (1 - of(plan["backfill"]))
        part = np.clip(of(plan["execution"]) * (1 - self.applied * missing), 0, 1)
        other = lambda own, lever: np.where(np.isnan(own), lever, own)
        additional = np.hstack([of(lever) for lever in plan["additionality"]])[:, self.stage]
        contained = 1 - other(self.additionality, additional)
        kept = 1 - other(self.building, of(plan["construction_displacement"]))
        icor = other(self.icor, of(plan["icor"]))
        kept_output = (1 - other(self.operating, of(plan["operation_displacement"]))) / icor
        full = self.total * self.productive / 4
        scale = of(plan["multiplier_scale"]) * (1 - of(plan["crowding_out"]))
        layer = np.zeros((quarters, len(values), len(plan["industries"])))
        before = self.share(0.0, start, duration)
        paid, done = before, np.full(start.shape, 1e9)
        counted_output = kept_output * contained
        counted_volume = kept * contained
        for t in range(quarters):
            if t >= 4:
                output = kept_output * full * np.clip((t - done) / self.ramp, 0, 1)
                output -= counted_output * self.counted_output[:, t]
            after = self.share(t + 1.0, start, duration)
            spent = part * (after - paid)
            paid = paid + spent
            ready = (t + 1 >= end - TOLERANCE) & (paid >= PAID_FOR - TOLERANCE)
            done = np.where(ready & (done > t), t, done)
            if t >= 4:
                work = volume * kept * spent - counted_volume * self.counted_volume[:, t]
                layer[t] = (work @ self.units) * (scale / plan["investment_price"][t]) + output @ self.hosts
        return self.accounts(values, of, layer)

    def accounts(self, values, of, layer):
        plan, quarters, year = self.plan, self.quarters, self.plan["year"]
        dearer = of(plan["price"])[:, 0] - plan["price"]["set"]
        real, quarterly = np.zeros((quarters // 4, len(values))), np.zeros((quarters, len(values)))
        for index, industry in enumerate(plan["industries"]):
            faster = of(industry["lever"])[:, 0] - industry["lever"]["set"]
            level, price = np.ones(len(values)), np.full(len(values), industry["base_price"])
            for t in range(quarters):
                y = t // 4
                if t % 4 == 0 and y > 0:
                    level = level * (1 + industry["growth"][y] + (faster if y >= year else 0))
                    price = price * (1 + industry["prices"][y] + (dearer if y >= year else 0))
                added = industry["base"][t % 4] * level + layer[t, :, index]
                for own in plan["initiatives"]:
                    if own["hosts"][index] != 0:
                        added = added + own["nominal"][t] * own["hosts"][index] * of(own["additionality"])[:, 0] / price
                real[y] += added
                quarterly[t] += added * price
        trailing = np.array([quarterly[max(0, t - 3):t + 1].sum(axis=0) for t in range(quarters)])
        return real[year] / real[year - 1] - 1, trailing[year * 4 + 3], trailing

    def one(self, times):
        moved, total = self.plan["industries"][0]["lever"]["drawn"], 0.0
        values = self.set[None, :].copy()
        for count in range(times):
            values[0, moved] = self.set[moved] + (count % 7) * 1e-4
            total += self.run(values)[1][0]
        return total

    def drawn(self, futures):
        parts = [self.run(self.futures[k:min(k + TOGETHER, futures)])[:2] for k in range(0, futures, TOGETHER)]
        return [np.concatenate(column) for column in zip(*parts)]

    def draws(self, futures):
        growth, nominal = self.drawn(futures)
        return [int(self.attained(tier, growth, nominal).sum()) for tier in self.plan["tiers"]]

    def attained(self, tier, growth, nominal):
        tests = []
        if tier["growth"] is not None and tier["mode"] != "level":
            tests.append(tier["growth"] - growth <= TOLERANCE)
        if tier["level"] is not None and tier["mode"] != "growth":
            tests.append(tier["level"] - nominal <= TOLERANCE)
        if not tests:
            return np.zeros(len(growth), bool)
        return np.logical_or.reduce(tests) if tier["mode"] == "any" else np.logical_and.reduce(tests)

    def check(self, futures):
        growth, nominal, trailing = self.run(self.set[None, :])
        drawn = np.stack(self.drawn(futures), axis=1)
        return {"as_set": [growth[0], nominal[0], *trailing[:, 0]], "drawn": drawn.ravel().tolist()}


model = Model(sys.argv[1])
for line in sys.stdin:
    task, *counts = line.split()
    ask = getattr(model, task, None) if task in ("one", "draws", "check") else None
    cpu, start = time.process_time(), time.perf_counter()
    answer = ask(*map(int, counts)) if ask else None
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"wall": wall, "cpu": cpu, "answer": answer}), flush=True)

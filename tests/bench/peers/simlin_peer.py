"""A participant in Simlin's machine for system dynamics: `python3 simlin_peer.py FOLDER`.

The plan as a stock-and-flow model, every project in every quarter. What no project changes (baseline,
prices, initiatives, what the baseline holds of projects) comes from tables, which spares it that work.
It only evaluates everything as it is set, and answers one line for each line it is asked, see
`participant.rs`.
"""

import json
import sys
import tempfile
import time

import simlin

PAID_FOR, TOLERANCE = 0.95, 1e-9


def table(name, at, numbers):
    """A variable that looks its value up."""
    points = ",".join(repr(float(number)) for number in numbers)
    last = len(numbers) - 1
    return (f'<aux name="{name}"><eqn>{at}</eqn><gf type="continuous"><xscale min="0" max="{last}"/>'
            f"<ypts>{points}</ypts></gf></aux>")


def aux(name, equation):
    return f'<aux name="{name}"><eqn>{equation.replace("<", "&lt;").replace(">", "&gt;")}</eqn></aux>'


def stock(name, start, inflow, outflow=None):
    flows = f"<inflow>{inflow}</inflow>" + (f"<outflow>{outflow}</outflow>" if outflow else "")
    return f'<stock name="{name}"><eqn>{start}</eqn>{flows}</stock>'


def flow(name, equation):
    return aux(name, equation).replace("aux", "flow")


def share(curve, x):
    """Part of the total spent at x: an equation, or a position in a table."""
    if "cumulative" in curve:
        return f"({x})*{len(curve['cumulative'])}"
    c, k = curve["c"], curve["k"]
    return f"({x})*({1 - c - 3 / k!r}+({x})*({c + 9 / k!r}+({x})*({-6 / k!r})))"


def at(curve, x):
    """The same as a number."""
    if "cumulative" in curve:
        corners = [0.0, *curve["cumulative"]]
        position = x * (len(corners) - 1)
        piece = min(int(position), len(corners) - 2)
        return corners[piece] + (corners[piece + 1] - corners[piece]) * (position - piece)
    c, k = curve["c"], curve["k"]
    return x * (1 - c - 3 / k + x * (c + 9 / k - 6 / k * x))


def part_of(x):
    return min(1.0, max(0.0, x))


def pace(of, applied):
    return part_of(of["execution"] * (1 - applied * (1 - of["award"]) * (1 - of["backfill"])))


class Model:
    def __init__(self, folder):
        self.plan = plan = json.load(open(f"{folder}/plan.json"))
        self.quarters = plan["quarters"]
        self.set = {name: plan[name]["set"] for name in (
            "execution", "award", "backfill", "crowding_out", "multiplier_scale", "icor",
            "construction_displacement", "operation_displacement")}
        self.additionality = [lever["set"] for lever in plan["additionality"]]
        self.layers()
        with tempfile.NamedTemporaryFile("w", suffix=".stmx", delete=False) as file:
            file.write(self.text())
        self.model = simlin.load(file.name)
        self.sim = self.model.simulate()

    def layers(self):
        """Baseline, prices, and what is taken off or added whatever the projects do."""
        plan, quarters = self.plan, self.quarters
        self.prices, self.others = [], []
        for industry in plan["industries"]:
            level, price, own, prices = 1.0, industry["base_price"], [], []
            for t in range(quarters):
                if t % 4 == 0 and t > 0:
                    level *= 1 + industry["growth"][t // 4]
                    price *= 1 + industry["prices"][t // 4]
                own.append(industry["base"][t % 4] * level)
                prices.append(price)
            self.others.append(own)
            self.prices.append(prices)
        for own in plan["initiatives"]:
            for index, host in enumerate(own["hosts"]):
                for t in range(quarters):
                    self.others[index][t] += own["nominal"][t] * host * own["additionality"]["set"] / self.prices[index][t]
        for project in plan["projects"]:
            self.hold(project)

    def hold(self, project):
        plan, schedule = self.plan, project["reference"]
        part, cost = pace(plan["reference"], schedule["applied"]), schedule["total"] * (1 + schedule["overrun"])
        start, duration, curve = schedule["start"], schedule["duration"], schedule["curve"]
        shares = [at(curve, part_of((t - start) / duration)) for t in range(self.quarters + 1)]
        due, paid, done = 0.0, shares[0] * cost, None
        work = 1 / (1 + schedule["overrun"] * schedule["overrun_price"])
        kept, kept_output, capital, contained = self.kept(project)
        for t in range(self.quarters):
            available = cost * (shares[t + 1] - shares[t]) + due
            executed = available * part
            due, paid = available - executed, paid + executed
            output = 0.0
            if done is not None:
                output = schedule["total"] * capital * part_of((t - done) / project["ramp"] if project["ramp"] > 0 else 1)
            elif t + 1 >= start + duration - TOLERANCE and paid >= cost * (PAID_FOR - TOLERANCE):
                done = t
            if t < 4:
                continue
            volume = executed * work * contained * kept / plan["investment_price"][t]
            for index, row in enumerate(plan["effects"]):
                unit = sum(effect * share for effect, share in zip(row, project["mix"]))
                self.others[index][t] -= volume * unit + output * contained * kept_output * project["hosts"][index]

    def kept(self, project):
        own = lambda name, lever: project[name] if project[name] is not None else lever
        kept = 1 - own("construction_displacement", self.set["construction_displacement"])
        kept *= (1 - self.set["crowding_out"]) * self.set["multiplier_scale"]
        kept_output = 1 - own("operation_displacement", self.set["operation_displacement"])
        capital = project["productive"] / own("icor", self.set["icor"]) / 4
        return kept, kept_output, capital, 1 - own("additionality", self.additionality[project["stage"]])

    def text(self):
        plan, lines = self.plan, []
        for name in ("execution", "award", "backfill"):
            lines.append(aux(name, repr(self.set[name])))
        groups, hosts = {}, {}
        for index, project in enumerate(plan["projects"]):
            self.project(index, project, lines)
            groups.setdefault(tuple(project["mix"]), []).append(f"volume_{index}")
            hosts.setdefault(tuple(project["hosts"]), []).append(f"output_{index}")
        lines.append(table("price_of_works", "TIME", plan["investment_price"]))
        for place, names in enumerate(groups.values()):
            lines.append(aux(f"volume_of_{place}", "+".join(names)))
        for place, names in enumerate(hosts.values()):
            lines.append(aux(f"output_of_{place}", "+".join(names)))
        real, nominal = [], []
        for index, row in enumerate(plan["effects"]):
            lines.append(table(f"price_{index}", "TIME", self.prices[index]))
            lines.append(table(f"other_{index}", "TIME", self.others[index]))
            terms = []
            for place, mix in enumerate(groups):
                unit = sum(effect * share for effect, share in zip(row, mix))
                terms.append(f"volume_of_{place}*{unit!r}/price_of_works")
            terms += [f"output_of_{place}*{own[index]!r}" for place, own in enumerate(hosts)]
            lines.append(aux(f"real_{index}", f"other_{index}+(IF TIME>=4 THEN {'+'.join(terms)} ELSE 0)"))
            real.append(f"real_{index}")
            nominal.append(f"real_{index}*price_{index}")
        lines += [aux("gdp", "+".join(nominal)), aux("gdp_real", "+".join(real))]
        body = "\n".join(lines)
        return (f'<?xml version="1.0"?><xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">'
                f"<header><vendor>m</vendor><product>m</product></header><sim_specs method=\"Euler\"><start>0</start>"
                f"<stop>{self.quarters}</stop><dt>1</dt></sim_specs><model><variables>\n{body}\n</variables></model></xmile>")

    def project(self, index, project, lines):
        p, schedule = f"_{index}", project["schedule"]
        slip, longer, dearer = self.plan["set"][self.plan["drawn"] + 3 * index:][:3]
        curve, (kept, kept_output, capital, _) = schedule["curve"], self.kept(project)
        lines += [
            aux("start" + p, f"{schedule['start']!r}+{slip!r}"),
            aux("duration" + p, f"{schedule['duration']!r}*(1+{longer!r})"),
            aux("cost" + p, f"{schedule['total']!r}*(1+{dearer!r})"),
            aux("part" + p, f"MIN(1,MAX(0,execution*(1-{schedule['applied']!r}*(1-award)*(1-backfill))))"),
            aux("x_before" + p, f"MIN(1,MAX(0,(TIME-start{p})/duration{p}))"),
            aux("x_after" + p, f"MIN(1,MAX(0,(TIME+1-start{p})/duration{p}))"),
        ]
        for moment in ("before", "after"):
            equation = share(curve, f"x_{moment}{p}")
            own = [0.0, *curve["cumulative"]] if "cumulative" in curve else None
            lines.append(table(moment + p, equation, own) if own else aux(moment + p, equation))
        begun = at(curve, part_of(-(schedule["start"] + slip) / (schedule["duration"] * (1 + longer))))
        cost = schedule["total"] * (1 + dearer)
        lines += [
            flow("planned" + p, f"cost{p}*(after{p}-before{p})"),
            flow("executed" + p, f"(planned{p}+due{p})*part{p}"),
            stock("due" + p, "0", "planned" + p, "executed" + p),
            flow("paying" + p, f"executed{p}"),
            stock("paid" + p, repr(begun * cost), "paying" + p),
            flow("ageing" + p, f"IF since{p}>0 OR (TIME+1>=start{p}+duration{p}-{TOLERANCE} AND "
                               f"paid{p}+executed{p}>=cost{p}*{PAID_FOR - TOLERANCE!r}) THEN 1 ELSE 0"),
            stock("since" + p, "0", "ageing" + p),
            aux("volume" + p, f"executed{p}*{kept / (1 + dearer * schedule['overrun_price'])!r}"),
            aux("output" + p, f"{schedule['total'] * capital * kept_output!r}*MIN(1,since{p}/{max(project['ramp'], 1e-30)!r})"),
        ]

    def one(self, times):
        total = 0.0
        for count in range(times):
            self.sim.reset()
            self.sim.set_value("execution", self.set["execution"] + (count % 7) * 1e-4)
            self.sim.run_to_end()
            total += self.sim.get_value("gdp")
        return total

    def check(self, _):
        self.sim.reset()
        self.sim.set_value("execution", self.set["execution"])
        self.sim.run_to_end()
        gdp, real = self.sim.get_series("gdp")[:self.quarters], self.sim.get_series("gdp_real")
        trailing = [float(sum(gdp[max(0, t - 3):t + 1])) for t in range(self.quarters)]
        year = self.plan["year"]
        growth = sum(real[year * 4:year * 4 + 4]) / sum(real[year * 4 - 4:year * 4]) - 1
        return {"as_set": [float(growth), trailing[year * 4 + 3], *trailing], "drawn": []}


model = Model(sys.argv[1])
for line in sys.stdin:
    task, *counts = line.split()
    ask = getattr(model, task, None) if task in ("one", "check") else None
    cpu, start = time.process_time(), time.perf_counter()
    answer = ask(*map(int, counts)) if ask else None
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"wall": wall, "cpu": cpu, "answer": answer}), flush=True)

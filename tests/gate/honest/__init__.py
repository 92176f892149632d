"""Honest changes, by theme: ``name -> (story, the verdict and the steps that are missing)``. None of them is ever refused."""

from honest import chains, cures, judged_anew, rescues, rules

HONEST = {
    f"{module.__name__.rpartition('.')[2]}: {name}": row
    for module in (chains, cures, judged_anew, rescues, rules)
    for name, row in module.HONEST.items()
}

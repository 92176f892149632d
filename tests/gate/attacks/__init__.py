"""Attacks on the gate, by theme: ``name -> (story, the verdict and its codes)``. None of them may ever be granted."""

from attacks import bindings, eyes, governance, keys, moments, offices, records, rescues, shapes, steps

ATTACKS = {
    f"{module.__name__.rpartition('.')[2]}: {name}": row
    for module in (bindings, eyes, governance, keys, moments, offices, records, rescues, shapes, steps)
    for name, row in module.ATTACKS.items()
}

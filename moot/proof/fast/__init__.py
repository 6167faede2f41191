"""The fast proof: bit-parallel dynamic programming over a directed acyclic graph.

:mod:`moot.proof.reference` visits every control state and is the specification. The modules here compute the same numbers
several times as fast by doing each of three things once. tests/proof/test_turns.py holds the two equal.

==================  ==============================================================================================
module              what it does
==================  ==============================================================================================
``bitpacked``       many small numbers in one big integer, one per clock
``semirings``       what is computed: reachability, shortest and longest lines, number of lines
``head_graphs``     the graph of one head, built once for all contexts in which the head is argued
``contexts``        one head graph evaluated for a batch of contexts in parallel
``turns``           one turn at the lectern, for every clock it may open with at once
``survey``          the turns composed into the whole argument
==================  ==============================================================================================
"""

"""How an argument runs: phases, machine, rules, clock, position of play, Round."""

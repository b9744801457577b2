"""Content from a stranger: it reads nothing outside its folder, runs nothing, ends in time, puts nothing active into a file."""

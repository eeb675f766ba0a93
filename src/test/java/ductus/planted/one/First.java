package ductus.planted.one;

import ductus.planted.two.Second;

/** Uses a class that uses it: a circle for the floors' test to find. */
public record First(Second second) {}

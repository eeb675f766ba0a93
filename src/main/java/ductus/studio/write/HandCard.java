package ductus.studio.write;

/**
 * A hand that can write, as the page offers it.
 *
 * @param joined whether its letters are
 * @param added whether a user taught it
 */
record HandCard(String name, boolean joined, boolean added) {}

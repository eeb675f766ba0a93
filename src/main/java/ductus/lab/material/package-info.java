/**
 * What examinations learn from beside made-up tasks: the corpora that ship, of which other ones can
 * take the place.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.material;

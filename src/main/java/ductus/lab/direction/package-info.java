/** The examination of directions: who reads on before tagging a word, and who does not. */
@org.jspecify.annotations.NullMarked
package ductus.lab.direction;

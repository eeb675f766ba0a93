/** Nouns, pronouns, determiners and adjectives of English and German in their cases. */
@org.jspecify.annotations.NullMarked
package ductus.task.translation.german.noun;

/** Verbs of English and German in their forms, tenses, and the verbs that go with others. */
@org.jspecify.annotations.NullMarked
package ductus.task.translation.german.verb;

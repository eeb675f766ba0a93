/** The kinds of things that can be classified: how they are read, what a network sees of them. */
@org.jspecify.annotations.NullMarked
package ductus.task.classification.subject;

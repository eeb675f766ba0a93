/** What can be classified: how it is read, and what a network sees of it. */
@org.jspecify.annotations.NullMarked
package ductus.task.classification.subject;

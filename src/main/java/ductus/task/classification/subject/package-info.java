/**
 * What can be classified ({@link ductus.task.classification.subject.InputKinds}), and texts by
 * their words: how they are read, the network, and naive Bayes to compare with.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.classification.subject;

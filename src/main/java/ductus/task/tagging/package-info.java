/**
 * Many to many, step by step: networks that say the part of speech of every word, or whatever else
 * the words of a file are tagged with, and how often they are right.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.tagging;

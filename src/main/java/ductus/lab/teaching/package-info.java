/** The examination of teaching: windows of time, and a network that reads tokens of its own. */
@org.jspecify.annotations.NullMarked
package ductus.lab.teaching;

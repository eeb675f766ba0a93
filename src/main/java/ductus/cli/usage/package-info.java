/** What is wrong with a command line before its command runs, in words. */
@org.jspecify.annotations.NullMarked
package ductus.cli.usage;

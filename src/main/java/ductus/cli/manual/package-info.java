/** Manual pages, written from the commands themselves, and the files that a system shares. */
@org.jspecify.annotations.NullMarked
package ductus.cli.manual;

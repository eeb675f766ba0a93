/** How the program explains its commands. */
@org.jspecify.annotations.NullMarked
package ductus.cli.help;

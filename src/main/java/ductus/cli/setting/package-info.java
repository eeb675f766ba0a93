/**
 * What the user wants always: options in a file of settings and in a variable of the environment,
 * put between the words of a command line as if they had been typed.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.setting;

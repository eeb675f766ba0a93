/** The commands that read and change the file of settings. */
@org.jspecify.annotations.NullMarked
package ductus.cli.config;

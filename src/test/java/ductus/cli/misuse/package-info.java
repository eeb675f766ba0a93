/**
 * Wrong uses of every command, and what is said to them: tables of exit status, command line and
 * complaint, in {@code src/test/resources/ductus/cli/misuse}. A command line is written as for a
 * shell; FOLDER is a folder with the files of {@link ductus.cli.misuse.MisusedFolder}, CORES the
 * number of processors.
 */
package ductus.cli.misuse;

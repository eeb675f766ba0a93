/**
 * What stands between the commands and the process: messages and progress on the terminal, stop
 * signals, failures and exit statuses, the version. May use {@code cli.text} and the floors below
 * {@code cli}, not the commands.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.console;

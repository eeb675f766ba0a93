/**
 * What stands between the commands and the process: messages and progress on the terminal, reading
 * and training under watch, stop signals, failures and exit statuses, the browser, the version.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.console;

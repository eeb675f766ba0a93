package ductus.cli.batch;

import ductus.cli.setting.OptionKeys;
import ductus.file.BadFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the rows of a table ask for in columns that are options of a command: the command line with
 * a row's values in the place of its own. An empty value leaves what the command line says.
 */
public final class RowOptions {
  private static final String PREFIX = "--";
  private static final String REMARK = "#";
  private static final String END_OF_OPTIONS = "--";
  private static final String DASH = "-";
  private static final Set<String> YES = Set.of("yes", "true", "on", "1", "x");
  private static final Set<String> NO = Set.of("no", "false", "off", "0");

  private final CommandLine called;
  private final List<String> given;

  /** The options by the numbers of their columns. */
  private final Map<Integer, OptionSpec> options = new LinkedHashMap<>();

  private RowOptions(CommandSpec command) {
    called = command.commandLine();
    List<String> all = called.getParseResult().originalArgs();
    given = all.subList(Math.min(1, all.size()), all.size());
  }

  /**
   * The options that stand with their dashes in a table's header: {@code --hand}.
   *
   * @param command that was called
   * @param ofAll names of the options that are for all rows, beside those of every command
   * @throws BadFileException if there is no option of a column's name
   */
  public static RowOptions dashed(RowTable table, CommandSpec command, Set<String> ofAll)
      throws BadFileException {
    return of(table, command, ofAll, false);
  }

  /**
   * The options that a table's columns are, with or without dashes; a column whose name begins with
   * # is a remark.
   *
   * @param command as above, as are the others
   */
  public static RowOptions all(RowTable table, CommandSpec command, Set<String> ofAll)
      throws BadFileException {
    return of(table, command, ofAll, true);
  }

  private static RowOptions of(
      RowTable table, CommandSpec command, Set<String> ofAll, boolean undashed)
      throws BadFileException {
    Set<String> fixed = new HashSet<>(ofAll);
    fixed.addAll(OptionKeys.OF_PROCESS);
    Map<String, OptionSpec> known = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      if (!option.hidden() && !fixed.contains(option.longestName())) {
        known.put(option.longestName(), option);
      }
    }
    RowOptions rows = new RowOptions(command);
    for (int i = 0; i < table.header().size(); i++) {
      String column = table.header().get(i);
      boolean dashed = column.startsWith(PREFIX);
      if (dashed || (undashed && !column.startsWith(REMARK) && !column.isEmpty())) {
        String name =
            (dashed ? "" : PREFIX) + column.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        OptionSpec option = known.get(name);
        if (option == null) {
          throw unknown(table, column, name, fixed, known.keySet());
        }
        if (rows.options.containsValue(option) && !option.isMultiValue()) {
          throw new BadFileException(table.path(), "has two columns of " + name);
        }
        rows.options.put(i, option);
      }
    }
    return rows;
  }

  private static BadFileException unknown(
      RowTable table, String column, String name, Set<String> fixed, Set<String> known) {
    return new BadFileException(
        table.path(),
        fixed.contains(name)
            ? "column %s: this option is for all rows: give it on the command line"
                .formatted(column)
            : "column %s: there is no option %s, %s; a row may have %s"
                .formatted(
                    column,
                    name,
                    RowTable.nearest(name, known),
                    String.join(", ", new TreeSet<>(known))));
  }

  /** Whether no row asks for anything of its own. */
  public boolean areNone() {
    return options.isEmpty();
  }

  /** Whether a row has a value for an option. */
  public boolean gives(TableRow row, String option) {
    return options.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().longestName().equals(option)
                    && !row.value(each.getKey()).isEmpty());
  }

  /**
   * A command as a row asks for it; it is not run.
   *
   * @param fresh makes a command of the kind that was called
   * @throws IllegalArgumentException if a flag is neither on nor off
   * @throws picocli.CommandLine.ParameterException if a value is not one of its option
   */
  public <C> C command(TableRow row, Supplier<C> fresh) {
    C command = fresh.get();
    new CommandLine(command)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(called.getOut())
        .setErr(called.getErr())
        .parseArgs(arguments(row).toArray(String[]::new));
    return command;
  }

  private List<String> arguments(TableRow row) {
    Set<OptionSpec> replaced = new HashSet<>();
    List<String> own = new ArrayList<>();
    options.forEach(
        (column, option) -> {
          String value = row.value(column);
          if (!value.isEmpty()) {
            replaced.add(option);
            ArgGroupSpec group = option.group();
            if (group != null && group.exclusive()) {
              replaced.addAll(group.options());
            }
            argument(option, value).ifPresent(own::add);
          }
        });
    List<String> arguments = new ArrayList<>(own);
    boolean isOver = false;
    Iterator<String> rest = given.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      isOver |= argument.equals(END_OF_OPTIONS);
      Optional<OptionSpec> named = isOver ? Optional.empty() : named(argument);
      boolean kept = named.isEmpty() || !replaced.contains(named.get());
      List<String> words = new ArrayList<>(List.of(argument));
      if (named.isPresent()
          && named.get().arity().min() > 0
          && List.of(named.get().names()).contains(argument)
          && rest.hasNext()) {
        words.add(rest.next());
      }
      if (kept) {
        arguments.addAll(named.isPresent() ? read(named.get(), words) : words);
      }
    }
    return arguments;
  }

  /** An option whose value came through a pipe, with the file that it was put into. */
  private static List<String> read(OptionSpec option, List<String> words) {
    String last = words.get(words.size() - 1);
    String typed = words.size() > 1 ? last : last.substring(last.indexOf('=') + 1);
    Object taken = option.getValue();
    String value = String.valueOf(taken);
    return typed.equals(DASH) && !value.equals(DASH)
        ? List.of(option.longestName() + "=" + value)
        : words;
  }

  private static Optional<String> argument(OptionSpec option, String value) {
    String name = option.longestName();
    if (option.arity().max() > 0) {
      return Optional.of(name + "=" + value);
    }
    String word = value.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(name);
    }
    if (NO.contains(word)) {
      return option.negatable() ? Optional.of(name.replaceFirst("^--", "--no-")) : Optional.empty();
    }
    throw new IllegalArgumentException(name + " must be yes or no but was " + value);
  }

  private Optional<OptionSpec> named(String argument) {
    return called.getCommandSpec().options().stream()
        .filter(option -> OptionKeys.isNamed(option, argument))
        .findFirst();
  }
}

package ductus.cli.train;

import ductus.format.NearestName;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ductus train FOLDER --task NAME}: {@code train} takes any task, with all the options that
 * the task's own command has.
 */
public final class TaskArgument {
  private static final String COMMAND = "train";
  private static final String OPTION = "--task";

  private TaskArgument() {}

  /**
   * Arguments that name the task's own command in place of {@code train} and {@code --task}; others
   * are given back as they are.
   *
   * @throws IllegalArgumentException if there is no such task, or none is named
   */
  public static String[] resolved(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals(COMMAND)) {
      return arguments;
    }
    List<String> rest = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
    for (int i = 0; i < rest.size(); i++) {
      if (isTask(rest.get(i))) {
        String[] command = task(take(rest, i)).command().split(" ", -1);
        if (rest.stream().anyMatch(TaskArgument::isTask)) {
          throw new IllegalArgumentException(OPTION + " must be given once but is there twice");
        }
        List<String> resolved = new ArrayList<>();
        Arrays.stream(command).filter(word -> !isGiven(word, rest)).forEach(resolved::add);
        resolved.addAll(rest);
        return resolved.toArray(String[]::new);
      }
    }
    return arguments;
  }

  private static boolean isTask(String argument) {
    return argument.equals(OPTION) || argument.startsWith(OPTION + "=");
  }

  private static Task<?> task(String name) {
    try {
      return Tasks.named(name);
    } catch (IllegalArgumentException none) {
      List<String> names = Tasks.ALL.stream().map(Task::name).toList();
      throw new IllegalArgumentException(
          "%s must be one of %s but %s%s"
              .formatted(
                  OPTION,
                  String.join(", ", names),
                  name.isEmpty() ? "is missing" : "was " + name,
                  NearestName.question(name, names)),
          none);
    }
  }

  /** Whether a word of a command is an option that is among the arguments, too. */
  private static boolean isGiven(String word, List<String> arguments) {
    String option = word.split("=", -1)[0];
    return option.startsWith("-")
        && arguments.stream().anyMatch(each -> each.split("=", -1)[0].equals(option));
  }

  /** Takes the option at a place, and its value, out of arguments. */
  private static String take(List<String> arguments, int place) {
    String option = arguments.remove(place);
    if (!option.equals(OPTION)) {
      return option.substring(OPTION.length() + 1);
    }
    return arguments.size() > place ? arguments.remove(place) : "";
  }
}

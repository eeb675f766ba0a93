package ductus.cli.setting;

import java.util.List;

/**
 * An option that the user wants always.
 *
 * @param key the option without its dashes, behind the command's words where it is meant for that
 *     alone: {@code seed}, {@code write.hand}, {@code hand.add.model}
 * @param value as it would stand on the command line; {@code true} or {@code false} for a flag
 * @param origin where it was said, for complaints
 */
public record UserSetting(String key, String value, String origin) {
  /** The words of the command that it is for, all commands below it included; empty for all. */
  List<String> command() {
    List<String> words = List.of(key.split("\\.", -1));
    return words.subList(0, words.size() - 1);
  }

  /** The option with its dashes. */
  public String option() {
    return "--" + key.substring(key.lastIndexOf('.') + 1);
  }
}

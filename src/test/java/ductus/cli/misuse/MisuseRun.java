package ductus.cli.misuse;

import ductus.cli.CommandRun;
import ductus.cli.setting.OptionWords;
import ductus.cli.setting.SettingsFile;
import ductus.cli.setting.UserDefaults;
import ductus.file.BadFileException;
import ductus.file.UserFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a command line with the settings of the environment that stand before it. */
final class MisuseRun {
  private MisuseRun() {}

  /** Runs what is typed in a shell. */
  static CommandRun of(String typed) {
    List<String> words = OptionWords.of(typed);
    Map<String, String> environment = new HashMap<>();
    int place = 0;
    while (place < words.size() && words.get(place).matches("DUCTUS_[A-Z]+=.*")) {
      String[] parts = words.get(place).split("=", 2);
      environment.put(parts[0], parts[1]);
      place++;
    }
    return CommandRun.ofUser(() -> settings(environment), words.subList(place, words.size()));
  }

  private static UserDefaults settings(Map<String, String> environment)
      throws BadFileException, IOException {
    @Nullable String file = environment.get(UserFolders.SETTINGS);
    return new UserDefaults(
        environment.get(UserFolders.OPTIONS),
        file == null ? List.of() : new SettingsFile(Path.of(file)).read());
  }
}

package ductus.cli.config;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.setting.OptionKeys;
import ductus.cli.setting.SettingsFile;
import ductus.cli.setting.UserDefaults;
import ductus.cli.setting.UserSetting;
import ductus.file.BadFileException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ductus config list}. */
@Command(
    name = "list",
    description = "Prints all settings, and says which of them no command would take.")
final class ConfigListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--known", description = "Prints all keys that could be set instead.")
  private boolean known;

  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * All settings.
   *
   * @param file of the settings; null where there is no place for it
   * @param variable what the environment adds
   */
  record Listing(@Nullable String file, Map<String, String> settings, @Nullable String variable) {}

  @Override
  public Integer call() throws BadFileException, IOException {
    OptionKeys keys = new OptionKeys(spec.root().commandLine());
    if (known) {
      List<String> all = keys.keys(false).toList();
      all.forEach(common.console()::print);
      common.console().printJson(Map.of("known", all));
      return ExitStatus.DONE;
    }
    Optional<SettingsFile> file = SettingsFile.here();
    Map<String, String> settings = new LinkedHashMap<>();
    int status = ExitStatus.DONE;
    for (UserSetting setting : file.isPresent() ? file.get().read() : List.<UserSetting>of()) {
      settings.put(setting.key(), setting.value());
      common.console().print(setting.key() + " = " + setting.value());
      try {
        keys.requireFits(setting);
      } catch (IllegalArgumentException wrong) {
        common.console().warn(String.valueOf(wrong.getMessage()));
        status = ExitStatus.LEFT_OUT;
      }
    }
    String variable = System.getenv(UserDefaults.VARIABLE);
    if (variable != null && !variable.isBlank()) {
      common
          .console()
          .print(String.format(Locale.ROOT, "%s = %s", UserDefaults.VARIABLE, variable));
    }
    String path = file.map(each -> each.path().toString()).orElse(null);
    common.console().say(path == null ? "There is no place for settings" : "Settings: " + path);
    common.console().printJson(new Listing(path, settings, variable));
    return status;
  }
}

package ductus.cli.config;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.setting.OptionKeys;
import ductus.cli.setting.SettingsFile;
import ductus.cli.setting.UserSetting;
import ductus.file.BadFileException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus config set KEY VALUE}. */
@Command(
    name = "set",
    description = "Has an option hold always.",
    footer = {
      "",
      "Example: ductus config set write.hand italic",
      "         ductus config set write.slant=-5"
    })
final class ConfigSetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KEY",
      description = "Such as seed or write.hand; 'config list --known' prints all.")
  private String key = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      description = "As it would be typed; true or false for an option that has none.")
  private @Nullable String value;

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    int equals = key.indexOf('=');
    if (value == null && equals > 0) {
      value = key.substring(equals + 1);
      key = key.substring(0, equals);
    }
    if (value == null) {
      throw common.wrongUsage("Missing VALUE: to what is %s to be set?".formatted(key));
    }
    UserSetting setting = new UserSetting(key, value.strip(), key);
    new OptionKeys(spec.root().commandLine()).requireFits(setting);
    SettingsFile.required().set(setting.key(), setting.value());
    common.console().printJson(Map.of(key, setting.value()));
    return ExitStatus.DONE;
  }
}

package ductus.cli.config;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.setting.SettingsFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus config unset KEY}: of keys that no command knows any more, too. */
@Command(name = "unset", description = "Takes a setting out.")
final class ConfigUnsetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "KEY", description = "Such as seed or write.hand.")
  private String key = "";

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    SettingsFile settings = SettingsFile.required();
    if (!settings.unset(key)) {
      throw new BadFileException(settings.path(), key + " is not set");
    }
    common.console().printJson(Map.of("unset", key));
    return ExitStatus.DONE;
  }
}

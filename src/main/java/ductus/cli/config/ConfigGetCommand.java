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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus config get KEY}. */
@Command(name = "get", description = "Prints the value of a setting.")
final class ConfigGetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KEY", description = "Such as seed or write.hand.")
  private String key = "";

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, IOException {
    new OptionKeys(spec.root().commandLine()).requireKnown(new UserSetting(key, "", key));
    SettingsFile file = SettingsFile.required();
    for (UserSetting setting : file.read()) {
      if (setting.key().equals(key)) {
        common.console().print(setting.value());
        common.console().printJson(Map.of(key, setting.value()));
        return ExitStatus.DONE;
      }
    }
    throw new BadFileException(file.path(), key + " is not set");
  }
}

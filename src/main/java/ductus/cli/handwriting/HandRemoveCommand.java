package ductus.cli.handwriting;

import ductus.cli.console.ExitStatus;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.HandsOption;
import ductus.task.handwriting.adaptation.AddedHands;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus hand remove NAME}. */
@Command(name = "remove", description = "Removes a hand that was added.")
public final class HandRemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The hand.")
  private String name = "";

  @Mixin private HandsOption hands = new HandsOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws IOException {
    new AddedHands(hands.folder()).remove(name);
    common.console().print("Removed " + name);
    common.console().printJson(Map.of("removed", name));
    return ExitStatus.DONE;
  }
}

package ductus.cli.pipe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.console.StopSignal;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PipeFolderTest {
  @Test
  void isGoneWhenTheCommandIsOver() throws Exception {
    PipeFolder folder = PipeFolder.create();
    Files.writeString(Files.createDirectory(folder.path().resolve("results")).resolve("a"), "a");
    folder.close();
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  void isGoneWhenTheProgramEndsWithinTheCommand() throws Exception {
    try (PipeFolder folder = PipeFolder.create()) {
      Files.writeString(folder.path().resolve("a"), "a");
      folder.stop();
      assertFalse(Files.exists(folder.path()));
    }
  }

  @Test
  void staysUntilWorkThatIsStoppedHasSavedWhatThereIs() throws Exception {
    try (PipeFolder folder = PipeFolder.create()) {
      Thread end = new Thread(folder::stop);
      try (StopSignal saving = new StopSignal()) {
        assertFalse(saving.isGiven());
        end.start();
        end.join(100);
        assertTrue(Files.exists(folder.path()));
      }
      end.join(10_000);
      assertFalse(Files.exists(folder.path()));
    }
  }
}

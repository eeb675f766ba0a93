package ductus.cli.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private final Path folder;

  SettingsFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void changesOneLineAndLeavesAllOthersAlone() throws Exception {
    Path path = folder.resolve("new/config");
    SettingsFile file = new SettingsFile(path);
    assertEquals(List.of(), file.read());
    file.set("seed", "7");
    Files.writeString(path, "# mine\n\n  seed=7\nwrite.hand =  my hand \n");
    file.set("seed", "8");
    file.set("write.slant", "-5");
    assertEquals(
        "# mine\n\nseed = 8\nwrite.hand =  my hand \nwrite.slant = -5\n", Files.readString(path));
    assertEquals(
        List.of("8", "my hand", "-5"), file.read().stream().map(UserSetting::value).toList());
    assertTrue(file.unset("write.hand"));
    assertFalse(file.unset("write.hand"));
    assertEquals("# mine\n\nseed = 8\nwrite.slant = -5\n", Files.readString(path));
  }

  @Test
  void namesTheLineThatIsNoSetting() throws Exception {
    Path path = folder.resolve("config");
    assertBroken(path, "seed = 7\nhello\n", "line 2: must be KEY = VALUE but was hello");
    assertBroken(path, "= 7\n", "line 1: must be KEY = VALUE but was = 7");
    assertBroken(path, "seed = 7\n\nseed = 8\n", "line 3: seed is there twice");
    Files.write(path, new byte[] {'a', '=', (byte) 0xff});
    assertTrue(
        String.valueOf(
                assertThrows(BadFileException.class, new SettingsFile(path)::read).getMessage())
            .contains("UTF-8"));
  }

  private static void assertBroken(Path path, String content, String message) throws Exception {
    Files.writeString(path, content);
    BadFileException broken = assertThrows(BadFileException.class, new SettingsFile(path)::read);
    assertEquals(path + ": " + message, broken.getMessage());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links want a privilege there")
  void keepsALinkALink() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "seed = 1\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    new SettingsFile(link).set("seed", "2");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("seed = 2\n", Files.readString(target));
  }
}

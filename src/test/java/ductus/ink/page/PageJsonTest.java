package ductus.ink.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.render.TestPages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageJsonTest {
  @TempDir Path folder = Path.of("");

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    List<Page> pages = TestPages.pages("Dear \"Anna\",\nit rains.\n".repeat(12), Paper.A6);
    byte[] bytes = PageJson.bytes(pages, "Rain & more");
    Path file = Files.write(folder.resolve("letter.page.json"), bytes);
    assertTrue(PageJson.isPages(file));
    PageJson.Pages read = PageJson.read(file);
    assertEquals("Rain & more", read.title());
    assertEquals(pages.size(), read.pages().size());
    for (int i = 0; i < pages.size(); i++) {
      assertEquals(pages.get(i).text(), read.pages().get(i).text());
      assertEquals(pages.get(i).paper(), read.pages().get(i).paper());
    }
    assertArrayEquals(bytes, PageJson.bytes(read.pages(), read.title()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":\"ductus-ink\",\"version\":1,\"pages\":[]}",
        "{\"format\":\"ductus-page\",\"version\":2,\"pages\":[]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[null]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[{\"width\":1,\"height\":9}]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[{\"width\":90,\"height\":90,"
            + "\"lines\":[{\"baseline\":1}]}]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[{\"width\":90,\"height\":90,"
            + "\"lines\":[{\"words\":[{\"text\":\"a\"}]}]}]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[{\"width\":90,\"height\":90,"
            + "\"lines\":[{\"words\":[{\"strokes\":[[[1]]]}]}]}]}",
        "{\"format\":\"ductus-page\",\"version\":1,\"pages\":[{\"width\":90,\"height\":90,"
            + "\"lines\":[{\"words\":[{\"strokes\":[[]]}]}]}]}",
      })
  void aBrokenFileIsNamed(String json) throws Exception {
    Path file = Files.writeString(folder.resolve("broken.json"), json);
    String message =
        String.valueOf(
            assertThrows(BadFileException.class, () -> PageJson.read(file)).getMessage());
    assertTrue(message.startsWith(file.toString()), message);
  }

  @Test
  void filesOfOtherKindsAreNotTakenForPages() throws Exception {
    assertFalse(PageJson.isPages(folder));
    byte[] other = "{\"format\": \"ductus-ink\"}".getBytes(StandardCharsets.UTF_8);
    assertFalse(PageJson.isPages(Files.write(folder.resolve("ink.json"), other)));
    assertFalse(PageJson.isPages(Files.write(folder.resolve("empty.json"), new byte[0])));
  }
}

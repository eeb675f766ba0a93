package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.read.InkSamples;
import ductus.studio.DocumentedRoute.Place;
import ductus.studio.StudioCaller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route that is registered stands in {@code src/docs/routes.md}, and is tried with what no
 * page sends: over bare sockets, each route by each of its parameters.
 */
class RouteTableTest {
  private static final String SECRET = "nobody may read this";
  private static final String JSON = "Content-Type: application/json";

  /** Answers to what is missing or absurd; some of it means nothing, and is left out. */
  private static final Set<Integer> REFUSED_OR_IGNORED = Set.of(200, 400, 403, 404, 409, 415, 422);

  @TempDir static Path folder = Path.of("");

  private static Studio studio;
  private static StudioCaller page;
  private static List<DocumentedRoute> table;
  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("generated"));
    studio = new Studio(new StudioSettings(workspace, 0, "test", 2, StudioSamples.hands(folder)));
    page = new StudioCaller(studio);
    table = DocumentedRoute.below("The studio");
    StudioSamples.tune(workspace, "tune");
    Path songs = Files.createDirectories(workspace.resolve(".studio/corpora/songs"));
    Files.writeString(songs.resolve("a.abc"), "X:1\nK:C\nC4|\n");
    Files.writeString(folder.resolve("secret.json"), "{\"program\":\"" + SECRET + "\"}");
    Files.writeString(folder.resolve("secret.page.json"), SECRET);
    Files.copy(InkSamples.path("page.json"), workspace.resolve("a.page.json"));
    for (Path within : List.of(workspace, songs)) {
      Files.createSymbolicLink(within.resolve("link.json"), folder.resolve("secret.json"));
      Files.createSymbolicLink(within.resolve("up"), folder);
    }
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  @Test
  void hasAllRoutesAndNoOthers() {
    Set<ServedRoute> documented =
        table.stream().map(DocumentedRoute::served).collect(Collectors.toSet());
    assertEquals(new HashSet<>(studio.routes()), documented);
    assertEquals(documented.size(), table.size(), "rows that are there twice");
  }

  @Test
  void everyRouteIsGuarded() throws IOException {
    String own = page.origin();
    String length = "Content-Length: 2";
    for (DocumentedRoute route : table) {
      String line = route.method() + " " + route.path().replace("<name>", "main.js");
      List<String> fine = List.of(page.cookie(), own, page.key(), JSON, length);
      refused(403, line, without(fine, page.cookie()));
      refused(403, line, with(fine, own, "Origin: http://evil.example"));
      refused(403, line, with(fine, own, "Origin: null"));
      refused(403, line, with(fine, length, "Content-Length: 2\r\nSec-Fetch-Site: cross-site"));
      String host = "evil.example:" + studio.port();
      Answer elsewhere = page.exchange(below(line), host, fine, "{}");
      judge(line + " at another host", elsewhere, Set.of(403));
      judge(line + " beside the path", page.exchange(line, fine, "{}"), Set.of(403));
      for (String method : List.of("DELETE", "PUT", "PATCH", "OPTIONS", "TRACE")) {
        refused(405, line.replaceFirst("^\\w+", method), fine);
      }
      if (route.isPost()) {
        refused(403, line, without(fine, page.key()));
        refused(403, line, without(fine, own));
        refused(415, line, with(fine, JSON, "Content-Type: text/plain"));
        refused(415, line, without(fine, JSON));
        refused(411, line, with(fine, length, "Transfer-Encoding: chunked"));
        refused(413, line, with(fine, length, "Content-Length: " + (17 << 20)));
      }
      String other = route.isPost() ? "GET" : "POST";
      if (table.stream().noneMatch(r -> r.path().equals(route.path()) && !r.equals(route))) {
        refused(404, line.replaceFirst("^\\w+", other), fine);
      }
    }
    nothingIsWrong();
  }

  @Test
  void noParameterLeadsOutOfItsPlace() throws IOException {
    Map<String, List<Integer>> kinds = kinds();
    List<String> out =
        List.of("../secret.json", "../secret", "a/../../secret.json", folder + "/secret.json");
    List<String> links = List.of("link.json", "link", "up/secret.json", "up/secret", "up/x/y");
    List<String> nothing = List.of("no-such-thing", "%2e%2e/secret.json", "..\\secret.json");
    everyPlace(
        (route, number) -> {
          List<Integer> status = kinds.get(route.places().get(number).kind());
          assertTrue(status != null, route + " has a kind that the table does not explain");
          each(route, number, 0, status, out);
          each(route, number, 1, status, links);
          each(route, number, 2, status, nothing);
        });
    nothingIsWrong();
    assertEquals(
        Set.of("generated", "secret.json", "secret.page.json", "tiny.safetensors"),
        names(),
        "beside the workspace");
  }

  @Test
  void nothingAbsurdIsAnErrorOfTheServer() throws IOException {
    List<String> numbers =
        List.of("-1", "1e999", "99999999999999999999", "-2147483649", "NaN", "null", "[]", "\"x\"");
    List<String> texts = List.of("", "x\u0000y", "\ud800", "a".repeat(3000), "<script>\r\nX: y");
    List<String> raw = List.of("%zz", "%00", "%ff%fe", "%c0%ae%c0%ae/secret.json", "&&==");
    everyPlace(
        (route, number) -> {
          Place place = route.places().get(number);
          for (String value : place.kind().equals("N") ? numbers : texts) {
            judge(route, route.with(number, value));
          }
          for (String value : route.isPost() ? List.of("{}", "[[]]", "true", "null") : raw) {
            judge(route, route.withRaw(number, value));
          }
          judge(route, route.without(number));
        });
    String deep = "[".repeat(100_000);
    for (DocumentedRoute route : table) {
      if (!route.takes().isEmpty() && route.isPost()) {
        for (String body : List.of("", "null", "[]", "7", "\"x\"", "{", "no JSON", deep)) {
          judge(route, body);
        }
        judge(route, route.takes().replaceFirst(":.*", ":" + deep));
      }
    }
    nothingIsWrong();
  }

  /** What is done with a place of a route, by its number. */
  @FunctionalInterface
  private interface Trial {
    void run(DocumentedRoute route, int number) throws IOException;
  }

  private void everyPlace(Trial trial) throws IOException {
    for (DocumentedRoute route : table) {
      for (int number = 0; number < route.places().size(); number++) {
        trial.run(route, number);
      }
    }
  }

  private void each(
      DocumentedRoute route, int number, int column, List<Integer> status, List<String> values)
      throws IOException {
    if (status.get(column) != 0) {
      String kind = route.places().get(number).kind();
      for (String value : values) {
        String named =
            switch (kind) {
              case "PAGES" -> value.replaceFirst("(\\.json)?$", ".page.json");
              // The name of a link is one that is taken.
              case "DOWN" -> value.replaceFirst("^link", "up/link");
              default -> value;
            };
        judge(route, route.with(number, named), Set.of(status.get(column)));
      }
    }
  }

  /** The statuses of each kind of parameter, as the table has them; 0 where it says nothing. */
  private static Map<String, List<Integer>> kinds() throws IOException {
    Function<String, Integer> status = cell -> cell.isBlank() ? 0 : Integer.parseInt(cell.strip());
    Map<String, List<Integer>> kinds = new TreeMap<>();
    for (String line : Files.readAllLines(DocumentedRoute.TABLE)) {
      String[] cells = line.split("\\|", -1);
      if (line.startsWith("| `") && cells.length == 7) {
        kinds.put(
            cells[1].strip().replace("`", ""),
            Stream.of(cells).skip(3).limit(3).map(status).toList());
      }
    }
    return kinds;
  }

  private void judge(DocumentedRoute route, String takes) throws IOException {
    judge(route, takes, REFUSED_OR_IGNORED);
  }

  private void judge(DocumentedRoute route, String takes, Set<Integer> expected)
      throws IOException {
    Answer answer =
        route.isPost() ? page.post(route.path(), takes) : page.get(route.path() + "?" + takes);
    judge(route.method() + " " + route.path() + " " + takes, answer, expected);
  }

  private void refused(int status, String line, List<String> headers) throws IOException {
    judge(line + " " + headers, page.exchange(below(line), headers, "{}"), Set.of(status));
  }

  private String below(String line) {
    return line.replaceFirst(" /", " " + page.path() + "/");
  }

  private void judge(String asked, Answer answer, Set<Integer> expected) {
    boolean refused = answer.status() >= 400;
    boolean oneLine = answer.body().matches("\\{\"error\":\"[^\\n]{3,}\"}");
    boolean speaksOfItself =
        answer.body().matches("(?s).*(Exception|\\.java|jetty|" + SECRET + ").*");
    if (!expected.contains(answer.status())
        || (refused && !oneLine)
        || (refused && speaksOfItself)
        || answer.body().contains(SECRET)) {
      String short_ = asked.length() > 300 ? asked.substring(0, 300) + " ..." : asked;
      wrong.add("%s: %d %s".formatted(short_, answer.status(), answer.body()));
    }
  }

  private void nothingIsWrong() {
    assertAll(wrong.stream().map(each -> () -> assertEquals("", each)));
  }

  private static List<String> without(List<String> headers, String header) {
    return headers.stream().filter(each -> !each.equals(header)).toList();
  }

  private static List<String> with(List<String> headers, String header, String instead) {
    return headers.stream().map(each -> each.equals(header) ? instead : each).toList();
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName())).collect(Collectors.toSet());
    }
  }
}

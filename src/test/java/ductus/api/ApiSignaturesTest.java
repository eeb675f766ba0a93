package ductus.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever changes what programs were written for sees it. */
class ApiSignaturesTest {
  private static final Path KEPT = Path.of("src/test/resources/ductus/api/signatures.txt");
  private static final Path SOURCES = Path.of("src/main/java/ductus/api");
  private static final String RENEW = "api.renew";

  @Test
  void publicSignaturesAreAsTheyWere() throws Exception {
    String now = signatures();
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(KEPT, now);
    }
    assertEquals(
        Files.readString(KEPT),
        now,
        "the public signatures of ductus.api changed: programs that use them may not compile any"
            + " more. If that is meant, say so in CHANGELOG.md and renew "
            + KEPT
            + ": mvn test -Dtest=ApiSignaturesTest -D"
            + RENEW
            + "=true");
  }

  @Test
  void namesNoTypesButItsOwnAndExceptions() throws Exception {
    List<String> foreign =
        signatures()
            .lines()
            .flatMap(line -> Stream.of(line.split("[^\\w.$]+", -1)))
            .filter(name -> name.startsWith("ductus.") && !name.startsWith("ductus.api."))
            .distinct()
            .toList();
    assertEquals(
        List.of("ductus.file.BadFileException", "ductus.train.DivergenceException"),
        foreign.stream().sorted().toList());
  }

  private static String signatures() throws IOException, ClassNotFoundException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.sorted().toList()) {
        String name = String.valueOf(source.getFileName()).replace(".java", "");
        if (!name.equals("package-info")) {
          add(Class.forName("ductus.api." + name), lines);
        }
      }
    }
    assertTrue(lines.size() > 50, lines::toString);
    return String.join("\n", lines) + "\n";
  }

  private static void add(Class<?> type, List<String> lines) {
    if (!isPublic(type.getModifiers())) {
      return;
    }
    lines.add(header(type));
    members(
        type,
        Stream.of(type.getDeclaredFields()).filter(field -> !field.isSynthetic()).toList(),
        lines);
    members(type, List.of(type.getDeclaredConstructors()), lines);
    members(
        type,
        Stream.of(type.getDeclaredMethods()).filter(method -> !method.isSynthetic()).toList(),
        lines);
    Arrays.stream(type.getDeclaredClasses())
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .forEach(nested -> add(nested, lines));
  }

  private static String header(Class<?> type) {
    String kind =
        type.isRecord()
            ? "record"
            : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    String components =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::toString)
                .collect(Collectors.joining(", ", "(", ")"))
            : "";
    String parents =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Stream.of(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    return "%s%s %s%s: %s"
        .formatted(
            Modifier.isFinal(type.getModifiers()) ? "final " : "",
            kind,
            type.getName(),
            components,
            parents);
  }

  private static void members(Class<?> type, List<? extends Member> members, List<String> lines) {
    members.stream()
        .filter(member -> isPublic(member.getModifiers()))
        .map(
            member ->
                member instanceof Executable executable
                    ? executable.toGenericString()
                    : member.toString())
        .map(line -> "  " + line.replace(type.getName() + ".", "").replace("synchronized ", ""))
        .sorted()
        .forEach(lines::add);
  }

  private static boolean isPublic(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}

package ductus;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where sources call {@link String#formatted}, which takes the digits of the machine's language.
 */
final class FormattedCalls {
  private static final String NAME = "formatted";

  private FormattedCalls() {}

  /** Those that are not within what is thrown or an exception that is made: file and line. */
  static List<String> beyondComplaints(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(FormattedCalls::mayCall).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Search(unit, trees, sources, found).scan(unit, null);
      }
    }
    return found;
  }

  private static boolean mayCall(Path file) {
    try {
      return file.toString().endsWith(".java") && Files.readString(file).contains(NAME + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks for them in a file. */
  private static final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Path sources;
    private final List<String> found;

    Search(CompilationUnitTree unit, Trees trees, Path sources, List<String> found) {
      this.unit = unit;
      this.trees = trees;
      this.sources = sources;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree method
          && method.getIdentifier().contentEquals(NAME)
          && !complains(getCurrentPath())) {
        Path file = sources.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
        long place = trees.getSourcePositions().getStartPosition(unit, call);
        found.add(file + ": line " + unit.getLineMap().getLineNumber(place));
      }
      return super.visitMethodInvocation(call, null);
    }

    private static boolean complains(TreePath call) {
      for (Tree around : call) {
        // What an exception says is also made in its constructor.
        boolean exception =
            (around instanceof NewClassTree made && isException(made.getIdentifier().toString()))
                || (around instanceof ClassTree type
                    && isException(type.getSimpleName().toString()));
        if (exception || around instanceof ThrowTree) {
          return true;
        }
      }
      return false;
    }

    private static boolean isException(String type) {
      return type.endsWith("Exception") || type.endsWith("Error");
    }
  }
}

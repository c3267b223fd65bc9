// SPDX-License-Identifier: Apache-2.0
// GephiImport FILE...: imports each file as Gephi does and prints what it sees, one JSON object a line.
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

class GephiImport {
    /** A JSON string in ASCII, so that no encoding of the machine comes between. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : (text == null ? "" : text).toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** First and last day on the timeline as ISO 8601, or null. */
    static String spell(Element element) {
        IntervalSet times = (IntervalSet) element.getAttribute("timeset");
        if (times == null || times.isEmpty()) {
            return "null";
        }
        Interval[] intervals = times.toArray();
        return "[" + day(intervals[0].getLow()) + "," + day(intervals[intervals.length - 1].getHigh()) + "]";
    }

    static String day(double milliseconds) {
        return quoted(Instant.ofEpochMilli((long) milliseconds).atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    static String seen(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        container.closeLoader();
        container.verify();  // as the desktop does
        List<String> issues = new ArrayList<>();
        container.getReport().getIssues(1000).forEachRemaining(
            (Issue issue) -> issues.add(quoted(issue.getLevel() + ": " + issue.getMessage())));
        importer.process(container, new DefaultProcessor(), workspace);

        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
        boolean dynamic = graph.getModel().isDynamic();
        List<String> nodes = new ArrayList<>();
        for (Node node : graph.getNodes().toArray()) {
            nodes.add("[" + quoted(node.getId().toString()) + "," + quoted(node.getLabel()) + "," + node.x() + "," + node.y() + ","
                + node.size() + "," + quoted(String.format("#%06x", node.getColor().getRGB() & 0xffffff)) + "," + (dynamic ? spell(node) : "null") + "]");
        }
        List<String> edges = new ArrayList<>();
        for (Edge edge : graph.getEdges().toArray()) {
            edges.add("[" + quoted(edge.getSource().getId().toString()) + "," + quoted(edge.getTarget().getId().toString()) + ","
                + edge.getWeight() + "," + edge.isDirected() + "," + (dynamic ? spell(edge) : "null") + "]");
        }
        return "{\"file\":" + quoted(file.getName()) + ",\"dynamic\":" + dynamic + ",\"issues\":" + issues + ",\"nodes\":" + nodes + ",\"edges\":" + edges + "}";
    }

    public static void main(String[] files) throws Exception {
        PrintStream answer = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        for (String file : files) {
            answer.println(seen(new File(file)));
        }
        Runtime.getRuntime().halt(0);  // Gephi's own threads would go on
    }
}

// SPDX-License-Identifier: Apache-2.0
// seen_by_javascript FOLDER FILE...: reads each file by the packages in FOLDER, as Gephi Lite and Cytoscape.js do, and prints
// what it sees, one JSON object a line: {client, file, issues, nodes: [[id, label, x, y, size, colour, shape]...],
// edges: [[source, target, weight]...]}. What a format does not tell is null.
const fs = require("fs");
const [folder, ...files] = process.argv.slice(2);
const need = require("module").createRequire(folder + "/package.json");

let issues = [];
console.warn = console.error = (...words) => issues.push(words.join(" "));
const or_null = (value) => (value === undefined ? null : value);

// A browser's parser is strict, and with jsdom so is this one; that of graphology in Node forgives.
const { JSDOM } = need("jsdom");
const { window } = new JSDOM("<body></body>");
function check_xml(text) {
    const fault = new window.DOMParser().parseFromString(text, "application/xml").getElementsByTagName("parsererror");
    if (fault.length) issues.push(fault[0].textContent);
}

/** "#rrggbb" of rgb(…) or rgba(…) too. */
function hexadecimal(colour) {
    const parts = /^rgb/.test(colour) && colour.match(/\d+/g).slice(0, 3);
    return parts ? "#" + parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("") : colour;
}

function seen_in_graphology(graph) {
    return {
        nodes: graph.mapNodes((id, a) => [id, a.label, a.x, a.y, a.size, hexadecimal(a.color), null].map(or_null)),
        edges: graph.mapEdges((id, a, source, target) => [source, target, or_null(a.weight)]),
        directed: graph.type !== "undirected",
    };
}

function seen_in_cytoscape(cy, look) {
    return {
        nodes: cy.nodes().map((node) => [node.id(), node.data("label") || node.data("name"), ...look(node)].map(or_null)),
        edges: cy.edges().map((edge) => [edge.source().id(), edge.target().id(), Number(edge.data("weight"))]),
        directed: false,
    };
}

function cytoscape_look(node) {
    return [node.position("x"), -node.position("y"), node.width(), hexadecimal(node.style("background-color")), node.style("shape")];
}

let cytoscape_with_graphml;
function cytoscape_graphml(text) {
    if (!cytoscape_with_graphml) {
        Object.assign(globalThis, { window, document: window.document, DOMParser: window.DOMParser, XMLSerializer: window.XMLSerializer });
        cytoscape_with_graphml = need("cytoscape");
        const jquery = need("jquery");
        const extension = need("cytoscape-graphml");
        (extension.default || extension)(cytoscape_with_graphml, jquery.fn ? jquery : jquery(window));
    }
    const cy = cytoscape_with_graphml({ headless: true, elements: [] });
    cytoscape_with_graphml.warnings(false);  // of what the extension itself does
    cy.graphml(text);
    cytoscape_with_graphml.warnings(true);
    return seen_in_cytoscape(cy, () => [null, null, null, null, null]);  // it lays the nodes out itself
}

const Graph = need("graphology");
const clients = [
    [".gexf", "graphology-gexf", (text) => (check_xml(text), seen_in_graphology(need("graphology-gexf").parse(Graph, text)))],
    [".graphml", "graphology-graphml", (text) => (check_xml(text), seen_in_graphology(need("graphology-graphml").parse(Graph, text)))],
    [".graphml", "cytoscape-graphml", cytoscape_graphml],
    [".graphology.json", "graphology", (text) => seen_in_graphology(Graph.from(JSON.parse(text)))],
    [".cyjs", "cytoscape", (text) => 
        seen_in_cytoscape(need("cytoscape")({ headless: true, styleEnabled: true, ...JSON.parse(text) }), cytoscape_look)],
];

for (const path of files) {
    const text = fs.readFileSync(path, "utf8");
    for (const [suffix, client, read] of clients.filter(([suffix]) => path.endsWith(suffix))) {
        issues = [];
        let seen = { nodes: [], edges: [], directed: false };
        try {
            seen = read(text);
        } catch (error) {
            issues.push(String(error));
        }
        console.log(JSON.stringify({ client, file: path.replace(/.*\//, ""), issues, ...seen }));
    }
}
process.exit(0);  // timers of Cytoscape.js would go on

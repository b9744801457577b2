"""The registers of a plan: who is asked, for what, in which order, on what assumptions and at which risk."""

from briefs.load.schema.columns import LEVELS, RegisterSpec, day, listed, number, plain, ref, refs, text

PHASE = listed("phase", "Phase", "phases")
LEAD = listed("lead", "Lead", "leads")

PLANNING: tuple[RegisterSpec, ...] = (
    RegisterSpec("teams", "team", (plain("contact", "Contact"), text("scope", "Scope"))),
    RegisterSpec(
        "workloads",
        "workload",
        (
            text("summary", "Workload"),
            text("shape", "Shape"),
            text("io", "Reads and writes"),
            refs("services", "Services", "service"),
            text("paas", "Platform services"),
            text("protocol", "Protocol"),
            PHASE,
            text("enablement", "What enables it"),
            refs("variants", "Variants", "variant"),
        ),
    ),
    RegisterSpec(
        "services",
        "service",
        (
            ref("team", "Team", "team"),
            text("what", "What it is"),
            plain("category", "Category"),
            listed("integration", "Integration", "integrations"),
            text("protocol", "Protocol"),
            text("network", "Network"),
            text("blocker", "What blocks it"),
            text("enablement", "What enables it"),
            PHASE,
            LEAD,
            refs("workloads", "Workloads", "workload"),
            refs("asks", "Asks", "ask"),
            refs("checklist", "Checklist", "checklist-item"),
        ),
    ),
    RegisterSpec(
        "asks",
        "ask",
        (
            ref("team", "Team", "team"),
            text("what", "What is asked"),
            text("why", "Why"),
            text("effort", "Effort"),
            text("acceptance", "Acceptance test"),
            text("validation", "Validation step"),
            PHASE,
            text("fallback", "Without it", required=False),
            refs("workloads", "Workloads", "workload"),
            refs("services", "Services", "service"),
            number("priority", "Priority", required=False),
            text("leverage", "What is offered for it", required=False),
            plain("progress", "Progress", "proposed", "in-discussion", "agreed", "declined"),
        ),
    ),
    RegisterSpec(
        "assumptions",
        "assumption",
        (text("statement", "Assumption"), text("tested", "How it is tested"), text("wrong", "If it is wrong")),
    ),
    RegisterSpec("non-goals", "non-goal", (text("why", "Why not"), text("instead", "Instead", required=False))),
    RegisterSpec(
        "milestones",
        "milestone",
        (
            PHASE,
            number("start", "Start week"),
            number("finish", "Finish week"),
            refs("depends", "Depends on", "milestone"),
            text("entry", "Entry criteria"),
            text("exit", "Exit criteria"),
            ref("workstream", "Workstream", "workstream"),
        ),
    ),
    RegisterSpec(
        "risks",
        "risk",
        (
            text("statement", "Risk"),
            plain("likelihood", "Likelihood", *LEVELS),
            plain("impact", "Impact", *LEVELS),
            text("mitigation", "Mitigation"),
            text("trigger", "Trigger"),
        ),
    ),
    RegisterSpec(
        "workstreams",
        "workstream",
        (
            text("what", "What"),
            text("why", "Why"),
            text("items", "Items"),
            refs("depends", "Depends on", "workstream"),
        ),
    ),
    RegisterSpec(
        "decisions",
        "decision",
        (text("decision", "Decision"), text("why", "Why"), day("date", "Date", required=False)),
    ),
    RegisterSpec(
        "gates",
        "gate",
        (
            PHASE,
            text("purpose", "Purpose"),
            text("pass", "Passes when"),
            text("evidence", "Evidence"),
            refs("depends", "Depends on", "gate"),
            refs("test-cases", "Test cases", "test-case"),
        ),
    ),
    RegisterSpec(
        "variants",
        "variant",
        (
            text("topology", "Topology"),
            text("choose", "Choose it when"),
            text("avoid", "Avoid it when"),
            PHASE,
            LEAD,
        ),
    ),
)

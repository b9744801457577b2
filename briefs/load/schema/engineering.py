"""The registers of engineers: what limits a design, how it is secured and run, and how each part is proven."""

from briefs.load.schema.columns import LEVELS, RegisterSpec, blocks, day, listed, number, plain, ref, refs, text

LEAD = listed("lead", "Lead", "leads")
STRIDE = (
    "spoofing",
    "tampering",
    "repudiation",
    "information disclosure",
    "denial of service",
    "elevation of privilege",
)
OUTCOMES = ("fail", "blocked", "not run", "pass")
"""From the worst to the best."""

ENGINEERING: tuple[RegisterSpec, ...] = (
    RegisterSpec(
        "constraints",
        "constraint",
        (text("limit", "Constraint"), text("consequence", "What follows"), refs("services", "Services", "service")),
    ),
    RegisterSpec(
        "metrics",
        "metric",
        (
            text("formula", "Formula"),
            text("instrument", "Instrument"),
            text("baseline", "Baseline"),
            text("target", "Target"),
            refs("workloads", "Workloads", "workload"),
        ),
    ),
    RegisterSpec(
        "patterns",
        "pattern",
        (
            text("context", "Context"),
            text("forces", "Forces"),
            text("solution", "Solution"),
            text("consequences", "Consequences"),
            text("limits", "Limits"),
            text("avoid", "When not"),
        ),
    ),
    RegisterSpec(
        "test-cases",
        "test-case",
        (
            ref("gate", "Gate", "gate"),
            plain("tool", "Tool"),
            plain("severity", "Severity", *LEVELS, required=False),
            text("purpose", "Purpose", required=False),
            text("environment", "Environment", required=False),
            text("operation", "Steps"),
            text("expected", "Passes when"),
            text("fails", "Fails when", required=False),
        ),
    ),
    RegisterSpec(
        "authorization",
        "authorization",
        (
            text("grant", "Grant"),
            text("becomes", "Becomes"),
            text("gap", "Gap"),
            text("test", "Test"),
        ),
    ),
    RegisterSpec(
        "metadata",
        "metadata",
        (
            text("here", "Here"),
            text("there", "There"),
            plain("direction", "Direction", "both", "out", "in"),
            text("loss", "What is lost"),
        ),
    ),
    RegisterSpec(
        "endpoints",
        "endpoint",
        (
            text("protocol", "Protocol"),
            text("address", "Name and port"),
            text("reach", "Reached through"),
            text("identity", "Identity"),
            refs("services", "Services", "service"),
        ),
    ),
    RegisterSpec(
        "threats",
        "threat",
        (
            plain("category", "Category", *STRIDE),
            text("threat", "Threat"),
            refs("controls", "Controls", "control", required=True),
            plain("residual", "Residual risk", *LEVELS),
        ),
    ),
    RegisterSpec(
        "controls",
        "control",
        (
            text("what", "Control"),
            plain("effect", "Effect", "prevents", "detects", "repairs"),
            text("evidence", "Evidence"),
            refs("threats", "Threats", "threat", required=True),
        ),
    ),
    RegisterSpec(
        "responsibilities",
        "responsibility",
        (plain("layer", "Layer"), text("task", "Task"), ref("variant", "Variant", "variant"), LEAD),
    ),
    RegisterSpec(
        "dr-designs",
        "dr-design",
        (
            text("design", "Design"),
            text("rpo", "Data at risk"),
            text("rto", "Time to recover"),
            blocks("failover", "Failover"),
            text("tested", "How it is tested"),
            refs("variants", "Variants", "variant"),
        ),
    ),
    RegisterSpec(
        "needs",
        "need",
        (
            plain("asked", "Who answers", "customer", "workload", "region", "time"),
            plain("meaning", "Meaning"),
            refs("out", "Rules out", "variant"),
            refs("weak", "Weakens", "variant"),
            refs("conditional", "Only on a condition", "variant"),
            refs("fits", "Speaks for", "variant"),
            plain("reason", "Reason"),
        ),
    ),
    RegisterSpec(
        "regions",
        "region",
        (refs("yes", "Has", "need"), refs("no", "Has not", "need"), text("evidence", "Evidence")),
    ),
    RegisterSpec(
        "playbooks",
        "playbook",
        (
            plain("playbook", "Playbook"),
            number("step", "Step"),
            text("action", "Action"),
            text("check", "Check"),
            text("rollback", "Rollback"),
        ),
    ),
    RegisterSpec(
        "checklist",
        "checklist-item",
        (
            ref("service", "Service", "service"),
            text("what", "What is shown"),
            text("pass", "Passes when"),
            refs("gates", "Gates", "gate"),
        ),
    ),
    RegisterSpec(
        "results",
        "outcome",
        (
            ref("item", "Item", "checklist-item"),
            plain("outcome", "Result", *OUTCOMES),
            day("date", "Date"),
            text("evidence", "Evidence", required=False),
        ),
    ),
)

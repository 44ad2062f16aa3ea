package sempre_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy/sempre"
)

func ExampleCoverage() {
	coverage, err := sempre.Coverage()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{
		"fees_paid": true, "contacts_designated": true, "staff_trained": true, "changes_announced": true, "fixes_in_sequence": true,
		"own_changes_reported": true, "database_mirrored": false, "access_provided": true, "client_software_maintained": true,
		"environments_identical": true, "releases_installed": true,
		"data_repair": true,
	})
	fmt.Println(decision.Outcome, err)
	for _, reason := range decision.Reasons {
		fmt.Println(reason)
	}
	// Output:
	// suspended <nil>
	// suspended by SEM-6 (required actions: Maintain a mirrored copy): the licensee must keep a mirror of the production database for support [database_mirrored]
	// chargeable by SEM-4 (no obligation to support: repairing or restoring corrupt data): corrupt data need not be repaired; where it is on request, time and materials can be charged [data_repair]
}

func ExampleCoverComponent() {
	decision, err := sempre.CoverComponent("MariaDB", "10.6.12")
	fmt.Println(decision.Outcome, err)
	fmt.Println(decision.Reasons[0].Rule)
	// Output:
	// not_covered <nil>
	// Schedule A has MariaDB in version 10.5.17, not in 10.6.12
}

func ExampleSchedule() {
	for _, c := range sempre.Schedule()[1:4] {
		fmt.Println(c.Name, c.Version)
	}
	// Output:
	// ServerOS SUSE SLES 15-sp3
	// Vault 1.12.3
	// MariaDB 10.5.17
}

func ExampleCharges() {
	nine := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	events := []sempre.ChargeEvent{
		{Kind: sempre.Work, At: nine, Until: nine.Add(3 * time.Hour)},
		{Kind: sempre.Consented, At: nine.Add(time.Hour)},
		{Kind: sempre.StopReceived, At: nine.Add(150 * time.Minute)},
		{Kind: sempre.FoundNotError, At: nine.Add(5 * time.Hour)},
	}
	charge, err := sempre.Charges(events, nine.Add(6*time.Hour))
	fmt.Println(charge.Final, err)
	for _, i := range charge.Intervals {
		fmt.Println(i.From.Format(time.RFC3339), i.Until.Format(time.RFC3339))
	}
	// Output:
	// true <nil>
	// 2026-03-02T10:00:00Z 2026-03-02T11:30:00Z
}

func ExampleCharge_MarshalJSON() {
	text, err := sempre.Charge{Final: true}.MarshalJSON()
	fmt.Println(string(text), err)
	// Output: {"intervals":[],"final":true} <nil>
}

func ExampleParseChargeKind() {
	kind, err := sempre.ParseChargeKind("stop_received")
	fmt.Println(kind, err)
	_, err = sempre.ParseChargeKind("stopped")
	fmt.Println(err)
	// Output:
	// stop_received <nil>
	// sempre: kind of event: "stopped" is not a kind of event; write work, consented, stop_received, found_error or found_not_error
}

func ExampleChargeKindNames() {
	fmt.Println(sempre.ChargeKindNames())
	// Output: [work consented stop_received found_error found_not_error]
}

func ExampleChargeKind_String() {
	fmt.Println(sempre.Consented)
	// Output: consented
}

func ExampleChargeKind_MarshalText() {
	text, err := sempre.FoundError.MarshalText()
	fmt.Println(string(text), err)
	// Output: found_error <nil>
}

func ExampleChargeKind_UnmarshalText() {
	var kind sempre.ChargeKind
	err := kind.UnmarshalText([]byte("work"))
	fmt.Println(kind, err)
	// Output: work <nil>
}

func ExampleClauses() {
	for _, c := range sempre.Clauses() {
		fmt.Println(c.ID, c.How)
	}
	// Output:
	// SEM-1 computed
	// SEM-2 computed
	// SEM-3 computed
	// SEM-4 computed
	// SEM-5 computed
	// SEM-6 computed
	// SEM-7 computed
	// SEM-8 computed
}

func ExampleReadings() {
	for _, r := range sempre.Readings() {
		fmt.Println(r.Name, r.Values, r.Tickets)
	}
	// Output: sempre.previous [strict lenient] false
}

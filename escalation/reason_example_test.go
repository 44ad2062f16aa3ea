package escalation_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/escalation"
)

func ExampleReasonNames() {
	fmt.Println(escalation.ReasonNames())
	// Output: [none_active default_active last_opened default_opens first_opens owner_closes all_closed]
}

func ExampleParseReason() {
	r, err := escalation.ParseReason("owner_closes")
	fmt.Println(r == escalation.OwnerCloses, err)
	_, err = escalation.ParseReason("closes")
	fmt.Println(err)
	// Output:
	// true <nil>
	// escalation: reason: "closes" is not a reason; write none_active, default_active, last_opened, default_opens, first_opens, owner_closes or all_closed
}

// People read the sentence, programs the name.
func ExampleReason_MarshalText() {
	text, err := json.Marshal(map[string]escalation.Reason{"reason": escalation.DefaultOpens})
	fmt.Println(string(text), err)
	fmt.Println(escalation.DefaultOpens)
	// Output:
	// {"reason":"default_opens"} <nil>
	// the default region opens and takes over
}

func ExampleReason_UnmarshalText() {
	var r escalation.Reason
	fmt.Println(r.UnmarshalText([]byte("all_closed")), r == escalation.AllClosed)
	// Output: <nil> true
}

func ExampleNoteKindNames() {
	fmt.Println(escalation.NoteKindNames())
	// Output: [waiting started repeated halted paused resumed changed reached cancelled]
}

func ExampleParseNoteKind() {
	k, err := escalation.ParseNoteKind("paused")
	fmt.Println(k == escalation.NotePaused, err)
	_, err = escalation.ParseNoteKind("pause")
	fmt.Println(err)
	// Output:
	// true <nil>
	// escalation: kind of note: "pause" is not a kind of note; write waiting, started, repeated, halted, paused, resumed, changed, reached or cancelled
}

func ExampleNoteKind_MarshalText() {
	text, err := json.Marshal([]escalation.NoteKind{escalation.NoteWaiting, escalation.NoteReached})
	fmt.Println(string(text), err)
	// Output: ["waiting","reached"] <nil>
}

func ExampleNoteKind_UnmarshalText() {
	var k escalation.NoteKind
	fmt.Println(k.UnmarshalText([]byte("halted")), k)
	// Output: <nil> halted
}

package strictjson_test

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

func ExampleNearest() {
	known := []string{"reported", "responded", "resolved"}
	fmt.Println(strictjson.Nearest("responsed", known))
	fmt.Println(strictjson.Nearest("Resolved", known))
	fmt.Println(strictjson.Nearest("escalated", known))
	// Output:
	// responded true
	// resolved true
	//  false
}

import java.io.FileInputStream;
import java.util.Scanner;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

/** Fills a form with JavaRosa, the engine of ODK Collect: "set PATH VALUE" and "show PATH" a line. */
public class Collect {
    public static void main(String[] arguments) throws Exception {
        new XFormsModule().registerModule();
        FormDef form = XFormUtils.getFormFromInputStream(new FileInputStream(arguments[0]));
        form.initialize(true, new InstanceInitializationFactory());
        TreeElement root = form.getMainInstance().getRoot();
        Scanner lines = new Scanner(System.in, "UTF-8");
        while (lines.hasNextLine()) {
            String[] words = lines.nextLine().split(" ", 3);
            TreeElement node = root;
            for (String name : words[1].split("/")) {
                node = node.getFirstChild(name);
            }
            if (words[0].equals("set")) {
                form.setValue(new UncastData(words[2]), node.getRef(), true);
            } else {
                IAnswerData value = node.getValue();
                String shown = value == null ? "" : value.uncast().getString();
                System.out.println("> " + (node.isRelevant() ? "asked" : "hidden") + " " + shown);
            }
        }
    }
}
